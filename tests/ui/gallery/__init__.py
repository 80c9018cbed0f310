"""The gallery, with pictures of MNIST."""

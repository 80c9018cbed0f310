"""The lesson's page: the network and the loop that really train. TensorFlow and Keras, and nothing of ours."""

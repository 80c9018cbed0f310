<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AccuracyReading</name>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on our held-out digits</source>
        <translation>
            <numerusform>{run}, after %Ln update: accuracy {accuracy} on our held-out digits</numerusform>
            <numerusform>{run}, after %Ln updates: accuracy {accuracy} on our held-out digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on all 10,000 test images</source>
        <translation>
            <numerusform>{run}, after %Ln update: accuracy {accuracy} on all 10,000 test images</numerusform>
            <numerusform>{run}, after %Ln updates: accuracy {accuracy} on all 10,000 test images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on 1,000 test images</source>
        <translation>
            <numerusform>{run}, after %Ln update: accuracy {accuracy} on 1,000 test images</numerusform>
            <numerusform>{run}, after %Ln updates: accuracy {accuracy} on 1,000 test images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnsweringNetwork</name>
    <message numerus="yes">
        <source>%Ln update(s)</source>
        <translation>
            <numerusform>%Ln update</numerusform>
            <numerusform>%Ln updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassFiles</name>
    <message numerus="yes">
        <source>Making %Ln picture(s) …</source>
        <translation>
            <numerusform>Making %Ln picture …</numerusform>
            <numerusform>Making %Ln pictures …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) added</source>
        <translation>
            <numerusform>%Ln drawing added</numerusform>
            <numerusform>%Ln drawings added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mere dot(s) set aside</source>
        <translation>
            <numerusform>%Ln mere dot set aside</numerusform>
            <numerusform>%Ln mere dots set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) there already</source>
        <translation>
            <numerusform>%Ln drawing there already</numerusform>
            <numerusform>%Ln drawings there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them labelled otherwise: our label stays</source>
        <translation>
            <numerusform>%Ln of them labelled otherwise: our label stays</numerusform>
            <numerusform>%Ln of them labelled otherwise: our labels stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) without a label</source>
        <translation>
            <numerusform>%Ln drawing without a label</numerusform>
            <numerusform>%Ln drawings without a label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) too many, as a class has {most} at most</source>
        <translation>
            <numerusform>%Ln drawing too many, as a class has {most} at most</numerusform>
            <numerusform>%Ln drawings too many, as a class has {most} at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectPage</name>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln drawing</numerusform>
            <numerusform>%Ln drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pen(s)</source>
        <translation>
            <numerusform>%Ln pen</numerusform>
            <numerusform>%Ln pens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken: %Ln drawing(s) by this pen.</source>
        <translation>
            <numerusform>Taken: %Ln drawing by this pen.</numerusform>
            <numerusform>Taken: %Ln drawings by this pen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedInTests</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s) fewer than {name}</source>
        <translation>
            <numerusform>%Ln mistake fewer than {name}</numerusform>
            <numerusform>%Ln mistakes fewer than {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s) more than {name}</source>
        <translation>
            <numerusform>%Ln mistake more than {name}</numerusform>
            <numerusform>%Ln mistakes more than {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) set aside, not tested on</source>
        <translation>
            <numerusform>%Ln drawing set aside, not tested on</numerusform>
            <numerusform>%Ln drawings set aside, not tested on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The numbers overflow: no answer to %Ln picture(s), counted as read as 0</source>
        <translation>
            <numerusform>The numbers overflow: no answer to %Ln picture, counted as read as 0</numerusform>
            <numerusform>The numbers overflow: no answer to %Ln pictures, counted as read as 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s)</source>
        <translation>
            <numerusform>%Ln update</numerusform>
            <numerusform>%Ln updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message numerus="yes">
        <source>%Ln training(s)</source>
        <translation>
            <numerusform>%Ln training</numerusform>
            <numerusform>%Ln trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln drawing</numerusform>
            <numerusform>%Ln drawings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EaselNews</name>
    <message numerus="yes">
        <source>A batch by hand has at most {most} pictures: it is the first of the %Ln chosen picture(s).</source>
        <translation>
            <numerusform>A batch by hand has at most {most} pictures: it is the first of the %Ln chosen picture.</numerusform>
            <numerusform>A batch by hand has at most {most} pictures: it is the first of the %Ln chosen pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen picture(s) are the batch; Undo training takes it back.</source>
        <translation>
            <numerusform>%Ln chosen picture is the batch; Undo training takes it back.</numerusform>
            <numerusform>%Ln chosen pictures are the batch; Undo training takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastSessions</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln drawing</numerusform>
            <numerusform>%Ln drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) of ours</source>
        <translation>
            <numerusform>%Ln digit of ours</numerusform>
            <numerusform>%Ln digits of ours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%Ln more run(s): show the list</source>
        <translation>
            <numerusform>%Ln more run: show the list</numerusform>
            <numerusform>%Ln more runs: show the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossReading</name>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): loss {loss}</source>
        <translation>
            <numerusform>{run}, after %Ln update: loss {loss}</numerusform>
            <numerusform>{run}, after %Ln updates: loss {loss}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OursNote</name>
    <message numerus="yes">
        <source>%Ln drawing(s) of ours to learn from</source>
        <translation>
            <numerusform>%Ln drawing of ours to learn from</numerusform>
            <numerusform>%Ln drawings of ours to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held-out drawing(s) to test with</source>
        <translation>
            <numerusform>%Ln held-out drawing to test with</numerusform>
            <numerusform>%Ln held-out drawings to test with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n pen(s): {pens})</source>
        <translation>
            <numerusform>(pen {pens})</numerusform>
            <numerusform>(%n pens: {pens})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnBar</name>
    <message numerus="yes">
        <source>%Ln batch(es) of nothing but the drawing as {label}: P({label}) {before} → {after}.</source>
        <translation>
            <numerusform>%Ln batch of nothing but the drawing as {label}: P({label}) {before} → {after}.</numerusform>
            <numerusform>%Ln batches of nothing but the drawing as {label}: P({label}) {before} → {after}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaceSlider</name>
    <message numerus="yes">
        <source>%Ln batch(es) a second</source>
        <translation>
            <numerusform>%Ln batch a second</numerusform>
            <numerusform>%Ln batches a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingNews</name>
    <message numerus="yes">
        <source>Done after %Ln batch(es): {accuracy} of the test images are read right.</source>
        <translation>
            <numerusform>Done after %Ln batch: {accuracy} of the test images are read right.</numerusform>
            <numerusform>Done after %Ln batches: {accuracy} of the test images are read right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done after %Ln batch(es).</source>
        <translation>
            <numerusform>Done after %Ln batch.</numerusform>
            <numerusform>Done after %Ln batches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln batch(es).</source>
        <translation>
            <numerusform>Stopped after %Ln batch.</numerusform>
            <numerusform>Stopped after %Ln batches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done after %Ln batch(es): {accuracy} of our held-out digits are read right.</source>
        <translation>
            <numerusform>Done after %Ln batch: {accuracy} of our held-out digits are read right.</numerusform>
            <numerusform>Done after %Ln batches: {accuracy} of our held-out digits are read right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoTraining</name>
    <message numerus="yes">
        <source>Take back the last %Ln batch(es) of {run}</source>
        <translation>
            <numerusform>Take back the last batch of {run}</numerusform>
            <numerusform>Take back the last %Ln batches of {run}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsePage</name>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln drawing</numerusform>
            <numerusform>%Ln drawings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ActCounts</name>
    <message numerus="yes">
        <source>%Ln picture(s) drawn here</source>
        <translation>
            <numerusform>%Ln picture drawn here</numerusform>
            <numerusform>%Ln pictures drawn here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) changed</source>
        <translation>
            <numerusform>%Ln answer changed</numerusform>
            <numerusform>%Ln answers changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) of {size} an epoch</source>
        <translation>
            <numerusform>%Ln batch of {size} an epoch</numerusform>
            <numerusform>%Ln batches of {size} an epoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) diverged.</source>
        <translation>
            <numerusform>%Ln run diverged.</numerusform>
            <numerusform>%Ln runs diverged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) by hand</source>
        <translation>
            <numerusform>%Ln batch by hand</numerusform>
            <numerusform>%Ln batches by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the learning rate</source>
        <translation>
            <numerusform>%Ln change of the learning rate</numerusform>
            <numerusform>%Ln changes of the learning rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more epoch(s)</source>
        <translation>
            <numerusform>%Ln more epoch</numerusform>
            <numerusform>%Ln more epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of our digits</source>
        <translation>
            <numerusform>%Ln change of our digits</numerusform>
            <numerusform>%Ln changes of our digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln beginning(s) of another run</source>
        <translation>
            <numerusform>%Ln beginning of another run</numerusform>
            <numerusform>%Ln beginnings of other runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) to learn from</source>
        <translation>
            <numerusform>%Ln drawing to learn from</numerusform>
            <numerusform>%Ln drawings to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier one(s)</source>
        <translation>
            <numerusform>%Ln earlier one</numerusform>
            <numerusform>%Ln earlier ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>patience of %Ln epoch(s)</source>
        <translation>
            <numerusform>patience of %Ln epoch</numerusform>
            <numerusform>patience of %Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): {set} {score}</source>
        <translation>
            <numerusform>{run}, after %Ln update: {set} {score}</numerusform>
            <numerusform>{run}, after %Ln updates: {set} {score}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by itself after epoch {epoch}: for %Ln epoch(s) no better than epoch {best} in validation.</source>
        <translation>
            <numerusform>Stopped by itself after epoch {epoch}: for %Ln epoch no better than epoch {best} in validation.</numerusform>
            <numerusform>Stopped by itself after epoch {epoch}: for %Ln epochs no better than epoch {best} in validation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ends after %Ln epoch(s) without a better one in validation.</source>
        <translation>
            <numerusform>It ends after %Ln epoch without a better one in validation.</numerusform>
            <numerusform>It ends after %Ln epochs without a better one in validation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) wait.</source>
        <translation>
            <numerusform>%Ln run waits.</numerusform>
            <numerusform>%Ln runs wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_CountedStrays</name>
    <message numerus="yes">
        <source>%Ln stray dot(s) left out: {key}</source>
        <translation>
            <numerusform>%Ln stray dot left out: {key}</numerusform>
            <numerusform>%Ln stray dots left out: {key}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dot(s): {key}</source>
        <translation>
            <numerusform>%Ln dot: {key}</numerusform>
            <numerusform>%Ln dots: {key}</numerusform>
        </translation>
    </message>
</context>
</TS>

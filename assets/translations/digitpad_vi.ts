<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>AccuracyPlot</name>
    <message>
        <source>Accuracy on 1,000 test images</source>
        <translation>Độ chính xác trên 1.000 ảnh kiểm tra</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>độ chính xác, %</translation>
    </message>
    <message>
        <source>Accuracy on our held-out digits</source>
        <translation>Độ chính xác trên phần chữ số giữ lại của lớp</translation>
    </message>
    <message>
        <source>Train, and the accuracy on our held-out digits appears here</source>
        <translation>Hãy huấn luyện, độ chính xác trên phần chữ số giữ lại của lớp sẽ hiện ở đây</translation>
    </message>
    <message>
        <source>lines and dots: accuracy on our held-out digits</source>
        <translation>đường và chấm: độ chính xác trên phần chữ số giữ lại của lớp</translation>
    </message>
    <message>
        <source>Train, and the accuracy on 1,000 test images appears here</source>
        <translation>Hãy huấn luyện, độ chính xác trên 1.000 ảnh kiểm tra sẽ hiện ở đây</translation>
    </message>
    <message>
        <source>lines: accuracy on 1,000 test images, dots: on all 10,000</source>
        <translation>đường: độ chính xác trên 1.000 ảnh kiểm tra, chấm: trên cả 10.000 ảnh</translation>
    </message>
</context>
<context>
    <name>AccuracyReading</name>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on our held-out digits</source>
        <translation>
            <numerusform>{run}, sau %Ln lần cập nhật: độ chính xác {accuracy} trên phần chữ số giữ lại của lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on all 10,000 test images</source>
        <translation>
            <numerusform>{run}, sau %Ln lần cập nhật: độ chính xác {accuracy} trên cả 10.000 ảnh kiểm tra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): accuracy {accuracy} on 1,000 test images</source>
        <translation>
            <numerusform>{run}, sau %Ln lần cập nhật: độ chính xác {accuracy} trên 1.000 ảnh kiểm tra</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccuracyWords</name>
    <message>
        <source>{run}: test {accuracy}</source>
        <translation>{run}: kiểm tra {accuracy}</translation>
    </message>
    <message>
        <source>Accuracy on our held-out digits</source>
        <translation>Độ chính xác trên phần chữ số giữ lại của lớp</translation>
    </message>
    <message>
        <source>Share of our held-out digits that the network reads right</source>
        <translation>Tỉ lệ chữ số giữ lại của lớp mà mạng đọc đúng</translation>
    </message>
    <message>
        <source>Accuracy on the test images</source>
        <translation>Độ chính xác trên các ảnh kiểm tra</translation>
    </message>
    <message>
        <source>Share of the 10,000 test images that the network reads right</source>
        <translation>Tỉ lệ ảnh mà mạng đọc đúng trong 10.000 ảnh kiểm tra</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Truyền xuôi</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Mất mát</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Lần nữa</translation>
    </message>
    <message>
        <source>What the step learns from</source>
        <translation>Bước này học từ đâu</translation>
    </message>
    <message>
        <source>What the network answers</source>
        <translation>Mạng trả lời thế nào</translation>
    </message>
    <message>
        <source>How wrong each answer is</source>
        <translation>Mỗi câu trả lời sai bao nhiêu</translation>
    </message>
    <message>
        <source>One number for the whole batch</source>
        <translation>Một con số cho cả batch</translation>
    </message>
    <message>
        <source>How the loss changes with each weight</source>
        <translation>Mất mát thay đổi theo từng trọng số thế nào</translation>
    </message>
    <message>
        <source>Every weight takes a step downhill</source>
        <translation>Mỗi trọng số đi một bước xuống dốc</translation>
    </message>
    <message>
        <source>The same batch once more</source>
        <translation>Cùng batch ấy một lần nữa</translation>
    </message>
    <message>
        <source>next: a batch</source>
        <translation>tiếp: một batch</translation>
    </message>
    <message>
        <source>next: inputs · W + b, layer by layer</source>
        <translation>tiếp: đầu vào · W + b, từng tầng</translation>
    </message>
    <message>
        <source>next: −log of each label’s probability</source>
        <translation>tiếp: −log xác suất của từng nhãn</translation>
    </message>
    <message>
        <source>next: the mean of the losses</source>
        <translation>tiếp: trung bình các mất mát</translation>
    </message>
    <message>
        <source>next: the slope of the loss for each weight</source>
        <translation>tiếp: độ dốc của mất mát theo từng trọng số</translation>
    </message>
    <message>
        <source>next: w ← w − {rate} × (g + {decay} × w)</source>
        <translation>tiếp: w ← w − {rate} × (g + {decay} × w)</translation>
    </message>
    <message>
        <source>next: w ← w − {rate} × g</source>
        <translation>tiếp: w ← w − {rate} × g</translation>
    </message>
    <message>
        <source>next: w ← w − {rate} × (what {optimizer} makes of g + {decay} × w)</source>
        <translation>tiếp: w ← w − {rate} × (kết quả {optimizer} tính từ g + {decay} × w)</translation>
    </message>
    <message>
        <source>next: w ← w − {rate} × what {optimizer} makes of g</source>
        <translation>tiếp: w ← w − {rate} × kết quả {optimizer} tính từ g</translation>
    </message>
    <message>
        <source>next: the same batch again</source>
        <translation>tiếp: lại cùng batch ấy</translation>
    </message>
    <message>
        <source>next: another batch</source>
        <translation>tiếp: một batch khác</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>tầng đầu ra</translation>
    </message>
    <message>
        <source>hidden layer {number}</source>
        <translation>tầng ẩn {number}</translation>
    </message>
    <message>
        <source>largest |g|</source>
        <translation>|g| lớn nhất</translation>
    </message>
    <message>
        <source>√(mean of g²)</source>
        <translation>√(trung bình g²)</translation>
    </message>
    <message>
        <source>{name} = {value}, slope from the tape g = {gradient}</source>
        <translation>{name} = {value}, độ dốc từ tape g = {gradient}</translation>
    </message>
    <message>
        <source>They differ as the page’s lines make another loss, {page}: this curve is that of the mean {mean}.</source>
        <translation>Hai số khác nhau vì các dòng của trang cho một mất mát khác, {page}; đường cong này là của trung bình, {mean}.</translation>
    </message>
    <message>
        <source>They differ as the curve has a bend here: for some pictures a unit switches on or off.</source>
        <translation>Hai số khác nhau vì đường cong gãy khúc ở đây: với một vài ảnh, một đơn vị bật hoặc tắt.</translation>
    </message>
    <message>
        <source>push the weight: {value} → {pushed}</source>
        <translation>đẩy trọng số: {value} → {pushed}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>mất mát {loss}</translation>
    </message>
    <message>
        <source>The change is smaller than float32 can tell: the weight stays.</source>
        <translation>Thay đổi nhỏ hơn mức float32 phân biệt được: trọng số giữ nguyên.</translation>
    </message>
    <message>
        <source>At a learning rate of 0 nothing moves.</source>
        <translation>Với tốc độ học 0 thì không gì thay đổi.</translation>
    </message>
    <message>
        <source>The page’s lines made {factor} of the slope {slope}.</source>
        <translation>Các dòng của trang biến độ dốc {slope} thành {factor}.</translation>
    </message>
    <message>
        <source>{optimizer} made {factor} of the slope {slope}.</source>
        <translation>{optimizer} biến độ dốc {slope} thành {factor}.</translation>
    </message>
    <message>
        <source>Weight decay adds to the slope: {slope} + {share} = {factor}.</source>
        <translation>Suy giảm trọng số cộng thêm vào độ dốc: {slope} + {share} = {factor}.</translation>
    </message>
    <message>
        <source>{optimizer} made {made} of the slope {slope}; weight decay adds to that: {made} + {share} = {factor}.</source>
        <translation>{optimizer} biến độ dốc {slope} thành {made}; suy giảm trọng số cộng thêm vào đó: {made} + {share} = {factor}.</translation>
    </message>
    <message>
        <source>√(sum of Δw²)</source>
        <translation>√(tổng Δw²)</translation>
    </message>
    <message>
        <source>largest |Δw|</source>
        <translation>|Δw| lớn nhất</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>up</source>
        <translation>lên</translation>
    </message>
    <message>
        <source>down</source>
        <translation>xuống</translation>
    </message>
    <message>
        <source>guessed: {guess} · downhill: {truth}</source>
        <translation>đã đoán: {guess} · xuống dốc: {truth}</translation>
    </message>
    <message>
        <source>guessed: {guess} · it went: {truth}</source>
        <translation>đã đoán: {guess} · thực tế: {truth}</translation>
    </message>
    <message>
        <source>guessed: {guess} · it is {after}</source>
        <translation>đã đoán: {guess} · thực tế: {after}</translation>
    </message>
    <message>
        <source>{shown} of the batch’s {size} pictures are shown</source>
        <translation>hiện {shown} trong {size} ảnh của batch</translation>
    </message>
    <message>
        <source>Picture {number}, drawn here, label {label}</source>
        <translation>Ảnh {number}, vẽ tại đây, nhãn {label}</translation>
    </message>
    <message>
        <source>Picture {number}, label {label}</source>
        <translation>Ảnh {number}, nhãn {label}</translation>
    </message>
    <message>
        <source>no answer, the numbers overflow</source>
        <translation>không có câu trả lời, bị tràn số</translation>
    </message>
    <message>
        <source>answered {answer} ({percent}), right</source>
        <translation>trả lời {answer} ({percent}), đúng</translation>
    </message>
    <message>
        <source>answered {answer} ({percent}), wrong</source>
        <translation>trả lời {answer} ({percent}), sai</translation>
    </message>
    <message>
        <source>{active} of {units} units are not 0, the largest is {largest}</source>
        <translation>{active} trong {units} đơn vị khác 0, lớn nhất là {largest}</translation>
    </message>
    <message>
        <source>{right} of {count} answers are right</source>
        <translation>{right} trong {count} câu trả lời đúng</translation>
    </message>
    <message>
        <source>{right} of the {count} answers shown are right</source>
        <translation>{right} trong {count} câu trả lời được hiện là đúng</translation>
    </message>
    <message>
        <source>−log {probability} = {loss}, but the page’s line made {page}</source>
        <translation>−log {probability} = {loss}, nhưng dòng của trang cho {page}</translation>
    </message>
    <message>
        <source>log is the natural logarithm (ln on a calculator)</source>
        <translation>log là lôgarit tự nhiên (ln trên máy tính bỏ túi)</translation>
    </message>
    <message>
        <source>the sum of all losses: {total} / {count} = {mean}</source>
        <translation>tổng mọi mất mát: {total} / {count} = {mean}</translation>
    </message>
    <message>
        <source>The page makes another number of it: the mean of its losses is {mean}, its average_loss is {page}.</source>
        <translation>Trang cho một con số khác: trung bình các mất mát là {mean}, còn average_loss là {page}.</translation>
    </message>
    <message>
        <source>The numbers overflow: the step was far too long.</source>
        <translation>Bị tràn số: bước đi dài quá mức.</translation>
    </message>
    <message>
        <source>The numbers overflow: this batch has no loss.</source>
        <translation>Bị tràn số: batch này không có mất mát.</translation>
    </message>
    <message>
        <source>The loss of this batch has fallen by {change}.</source>
        <translation>Mất mát của batch này đã giảm {change}.</translation>
    </message>
    <message>
        <source>The loss of this batch has risen by {change}: the step was too long.</source>
        <translation>Mất mát của batch này đã tăng {change}: bước đi quá dài.</translation>
    </message>
    <message>
        <source>The loss of this batch is what it was.</source>
        <translation>Mất mát của batch này vẫn như trước.</translation>
    </message>
    <message>
        <source>right answers: {before} → {after} of {count}</source>
        <translation>câu trả lời đúng: {before} → {after} trong {count}</translation>
    </message>
    <message>
        <source>right answers: {before} → {after} of the {count} shown</source>
        <translation>câu trả lời đúng: {before} → {after} trong {count} ảnh được hiện</translation>
    </message>
    <message>
        <source>Picture {number}, label {label}: answered {old}, now {new}</source>
        <translation>Ảnh {number}, nhãn {label}: trước trả lời {old}, nay {new}</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Acts of the training step</source>
        <translation>Các chặng của bước huấn luyện</translation>
    </message>
</context>
<context>
    <name>AnsweringNetwork</name>
    <message numerus="yes">
        <source>%Ln update(s)</source>
        <translation>
            <numerusform>%Ln lần cập nhật</numerusform>
        </translation>
    </message>
    <message>
        <source>ready-made, trained for handwriting</source>
        <translation>có sẵn, đã huấn luyện cho chữ viết tay</translation>
    </message>
    <message>
        <source>untrained, it can only guess</source>
        <translation>chưa huấn luyện, chỉ biết đoán mò</translation>
    </message>
    <message>
        <source>training, {updates}</source>
        <translation>đang huấn luyện, {updates}</translation>
    </message>
    <message>
        <source>trained here, {updates}</source>
        <translation>huấn luyện tại đây, {updates}</translation>
    </message>
    <message>
        <source>{name}, {updates}</source>
        <translation>{name}, {updates}</translation>
    </message>
    <message>
        <source>from {name}, {updates}</source>
        <translation>từ {name}, {updates}</translation>
    </message>
    <message>
        <source>{name} as it was, {updates}</source>
        <translation>{name} lúc đó, {updates}</translation>
    </message>
</context>
<context>
    <name>AttemptPage</name>
    <message>
        <source>What was tried</source>
        <translation>Những gì đã thử</translation>
    </message>
    <message>
        <source>The runs that were tried together, the best one first</source>
        <translation>Các lượt được thử cùng nhau, lượt tốt nhất trước</translation>
    </message>
    <message>
        <source>Try learning rates or optimizers, by buttons of the queue: here the runs are compared, in the view Loss their curves.</source>
        <translation>Hãy thử các tốc độ học hoặc các bộ tối ưu bằng các nút ở trang Hàng đợi: các lượt được so sánh ở đây, đường cong của chúng ở khung nhìn Mất mát.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Probabilities before and after</source>
        <translation>Xác suất trước và sau</translation>
    </message>
    <message>
        <source>Grey before, coloured after</source>
        <translation>Xám là trước, có màu là sau</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Stroke</source>
        <translation>nét vẽ</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>xóa nét</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>xóa hết</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Drawing canvas</source>
        <translation>Bảng vẽ</translation>
    </message>
    <message>
        <source>Draw a digit with mouse, pen or finger; the keys 0 to 9 draw an example.</source>
        <translation>Hãy vẽ một chữ số bằng chuột, bút hoặc ngón tay; các phím từ 0 đến 9 vẽ một ví dụ.</translation>
    </message>
    <message>
        <source>Example {digit}</source>
        <translation>ví dụ {digit}</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>Hãy vẽ một chữ số ở đây</translation>
    </message>
</context>
<context>
    <name>ChangeItsMind</name>
    <message>
        <source>This picture was not drawn here: it came as 28 × 28 pixels, without strokes to weigh. A small push works for it too.</source>
        <translation>Hình này không được vẽ ở đây: nó có sẵn dưới dạng 28 × 28 điểm ảnh, không có nét vẽ nào để xét. Cú đẩy nhẹ thì vẫn dùng được.</translation>
    </message>
    <message>
        <source>While it trains, each batch makes another network of it. Pause, then look for a push.</source>
        <translation>Khi đang huấn luyện, sau mỗi batch mạng lại khác đi. Hãy tạm dừng rồi tìm cú đẩy.</translation>
    </message>
    <message>
        <source>{share} for {digit}</source>
        <translation>{share} cho {digit}</translation>
    </message>
    <message>
        <source>Stroke {number} argues {share} for {digit} rather than {against}</source>
        <translation>Nét {number} ủng hộ {digit} hơn {against}: {share}</translation>
    </message>
    <message>
        <source>Orange argues for {digit}, blue for {against}; the strongest first</source>
        <translation>Màu cam ủng hộ {digit}, màu lam ủng hộ {against}; nét mạnh nhất đứng trước</translation>
    </message>
    <message>
        <source>Without it: promised {promised}, really {real}</source>
        <translation>Bỏ nét này: dự tính {promised}, thực tế {real}</translation>
    </message>
    <message>
        <source>all strokes {number}</source>
        <translation>mọi nét {number}</translation>
    </message>
    <message>
        <source>biases {number}</source>
        <translation>hệ số điều chỉnh {number}</translation>
    </message>
    <message>
        <source>Logit of {digit} minus that of {against}: {parts} = {total}</source>
        <translation>Logit của {digit} trừ logit của {against}: {parts} = {total}</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>như đã vẽ</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>bỏ nét này</translation>
    </message>
    <message>
        <source>No pixel changes by more than {greys} of 255 greys, and {before} becomes {after}.</source>
        <translation>Không điểm ảnh nào đổi quá {greys} trong 255 mức xám, mà {before} đã thành {after}.</translation>
    </message>
    <message>
        <source>While the class collects digits, nothing is said of them: it would sway the hand.</source>
        <translation>Khi lớp đang thu thập chữ số thì không nói gì về chúng, để khỏi ảnh hưởng đến nét chữ.</translation>
    </message>
    <message>
        <source>Draw a digit: what would change the network’s mind is shown here.</source>
        <translation>Hãy vẽ một chữ số: ở đây sẽ cho thấy điều gì làm mạng đổi ý.</translation>
    </message>
    <message>
        <source>It is the only stroke: without it there is nothing to answer.</source>
        <translation>Đây là nét duy nhất: bỏ nó đi thì không còn gì để trả lời.</translation>
    </message>
    <message>
        <source>Promised is what the stroke’s own pixels add now. But what is left is made as large as before and centred anew: so the real change is another.</source>
        <translation>Dự tính là phần mà các điểm ảnh của nét này đang góp. Nhưng phần còn lại được phóng to như trước và căn giữa lại: vì thế thay đổi thực tế khác đi.</translation>
    </message>
    <message>
        <source>Promised is what the stroke’s own pixels add now. But what is left is made as large as before and centred anew, and the hidden units react to that: so the real change is another.</source>
        <translation>Dự tính là phần mà các điểm ảnh của nét này đang góp. Nhưng phần còn lại được phóng to như trước và căn giữa lại, các nơ-ron ẩn phản ứng theo: vì thế thay đổi thực tế khác đi.</translation>
    </message>
    <message>
        <source>remainder, as activations are curved, {number}</source>
        <translation>phần dư vì hàm kích hoạt cong {number}</translation>
    </message>
    <message>
        <source>Each pixel changes a little, the way its weights point: hundreds of small changes add up. It fools the network, but no person.</source>
        <translation>Mỗi điểm ảnh đổi một chút theo hướng mà trọng số của nó chỉ ra: hàng trăm thay đổi nhỏ cộng lại. Mạng bị lừa, còn người thì không.</translation>
    </message>
    <message>
        <source>It is taken for {digit} already.</source>
        <translation>Mạng đã đọc ra {digit} rồi.</translation>
    </message>
    <message>
        <source>No push of up to {greys} greys was found that turns the answer.</source>
        <translation>Không tìm thấy cú đẩy nào trong phạm vi {greys} mức xám làm đổi câu trả lời.</translation>
    </message>
    <message>
        <source>No push of up to {greys} greys was found that makes it {digit}.</source>
        <translation>Không tìm thấy cú đẩy nào trong phạm vi {greys} mức xám để hình này thành {digit}.</translation>
    </message>
    <message>
        <source>push, × {times}</source>
        <translation>cú đẩy, × {times}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>hình gốc</translation>
    </message>
    <message>
        <source>push</source>
        <translation>cú đẩy</translation>
    </message>
    <message>
        <source>pushed</source>
        <translation>sau khi đẩy</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Strokes</source>
        <translation>Nét vẽ</translation>
    </message>
    <message>
        <source>What each stroke argues for, and what becomes of the answer without it</source>
        <translation>Mỗi nét ủng hộ chữ số nào, và câu trả lời sẽ ra sao nếu bỏ nét đó</translation>
    </message>
    <message>
        <source>Small push</source>
        <translation>Cú đẩy nhẹ</translation>
    </message>
    <message>
        <source>A change of the pixels that hardly anybody sees, and another answer</source>
        <translation>Một thay đổi của điểm ảnh mà hầu như không ai thấy, nhưng câu trả lời khác đi</translation>
    </message>
</context>
<context>
    <name>ClassDrawings</name>
    <message>
        <source>Add to our digits</source>
        <translation>thêm vào chữ số của lớp</translation>
    </message>
    <message>
        <source>Change a label</source>
        <translation>đổi nhãn</translation>
    </message>
    <message>
        <source>Keep what was set aside</source>
        <translation>giữ hình để riêng</translation>
    </message>
    <message>
        <source>Drop from our digits</source>
        <translation>bỏ khỏi chữ số của lớp</translation>
    </message>
</context>
<context>
    <name>ClassFiles</name>
    <message>
        <source>Add drawings to our digits</source>
        <translation>Thêm hình vẽ vào chữ số của lớp</translation>
    </message>
    <message>
        <source>Save our digits</source>
        <translation>Lưu chữ số của lớp</translation>
    </message>
    <message>
        <source>our digits</source>
        <translation>chữ số của lớp</translation>
    </message>
    <message>
        <source>Arrays for NumPy and Keras</source>
        <translation>Mảng cho NumPy và Keras</translation>
    </message>
    <message>
        <source>Export our digits for Keras</source>
        <translation>Xuất chữ số của lớp cho Keras</translation>
    </message>
    <message numerus="yes">
        <source>Making %Ln picture(s) …</source>
        <translation>
            <numerusform>Đang tạo %Ln ảnh …</numerusform>
        </translation>
    </message>
    <message>
        <source>The class has drawn no digits yet.</source>
        <translation>Lớp chưa vẽ chữ số nào.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) added</source>
        <translation>
            <numerusform>Đã thêm %Ln hình vẽ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mere dot(s) set aside</source>
        <translation>
            <numerusform>%Ln dấu chấm được để riêng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) there already</source>
        <translation>
            <numerusform>%Ln hình vẽ đã có sẵn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them labelled otherwise: our label stays</source>
        <translation>
            <numerusform>%Ln hình trong đó có nhãn khác: giữ nhãn của lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) without a label</source>
        <translation>
            <numerusform>%Ln hình không có nhãn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) too many, as a class has {most} at most</source>
        <translation>
            <numerusform>%Ln hình không còn chỗ, vì một lớp có nhiều nhất {most} hình</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Đã lưu {path}</translation>
    </message>
    <message>
        <source>{name}: {train} to train on, {test} to test with, held out by drawing</source>
        <translation>{name}: {train} hình để huấn luyện, {test} hình để kiểm tra, giữ lại theo từng hình</translation>
    </message>
    <message>
        <source>{name}: {train} to train on, {test} of the pens {pens} to test with</source>
        <translation>{name}: {train} hình để huấn luyện, {test} hình của các bút {pens} để kiểm tra</translation>
    </message>
    <message>
        <source>{name}: {train} to train on, {test} of {count} other pens to test with</source>
        <translation>{name}: {train} hình để huấn luyện, {test} hình của {count} bút khác để kiểm tra</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Hình vẽ</translation>
    </message>
</context>
<context>
    <name>ClassView</name>
    <message>
        <source>Class</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Thu thập</translation>
    </message>
    <message>
        <source>Our digits</source>
        <translation>Chữ số của lớp</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Dùng</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>The page’s code</source>
        <translation>Mã của trang</translation>
    </message>
    <message>
        <source>returns to where it was called</source>
        <translation>trở về nơi đã gọi</translation>
    </message>
    <message>
        <source>{function} returns</source>
        <translation>{function} trở về</translation>
    </message>
    <message>
        <source>next: {code}</source>
        <translation>tiếp: {code}</translation>
    </message>
</context>
<context>
    <name>CollectPage</name>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln hình vẽ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pen(s)</source>
        <translation>
            <numerusform>%Ln bút</numerusform>
        </translation>
    </message>
    <message>
        <source>{drawings} of {pens}</source>
        <translation>{drawings} của {pens}</translation>
    </message>
    <message>
        <source>{count} set aside: look</source>
        <translation>Xem {count} hình để riêng</translation>
    </message>
    <message>
        <source>Pen {pen}, write a {digit}</source>
        <translation>Bút {pen}, hãy viết số {digit}</translation>
    </message>
    <message>
        <source>Collect our own digits</source>
        <translation>Thu thập chữ số của lớp</translation>
    </message>
    <message>
        <source>The pen goes round, and everybody writes what is asked for. Nobody’s name is kept.</source>
        <translation>Bút chuyền quanh lớp, mỗi người viết chữ số được yêu cầu. Không lưu tên ai cả.</translation>
    </message>
    <message>
        <source>Enter takes the drawing, Backspace takes the last one back.</source>
        <translation>Nhấn Enter để nhận hình vẽ, Backspace để lấy lại hình cuối.</translation>
    </message>
    <message numerus="yes">
        <source>Taken: %Ln drawing(s) by this pen.</source>
        <translation>
            <numerusform>Đã nhận: %Ln hình vẽ của bút này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside: it does not look like what was asked for. The class will decide.</source>
        <translation>Để riêng: hình không giống chữ số được yêu cầu. Cả lớp sẽ quyết định.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã lấy lại.</translation>
    </message>
    <message>
        <source>The canvas is empty: draw the digit first.</source>
        <translation>Bảng vẽ còn trống: hãy vẽ chữ số trước.</translation>
    </message>
    <message>
        <source>That is only a dot: draw the whole digit.</source>
        <translation>Đó chỉ là một chấm: hãy vẽ trọn chữ số.</translation>
    </message>
    <message>
        <source>That looks like more than one digit: draw one, or press Enter again.</source>
        <translation>Trông như có hơn một chữ số: hãy vẽ một chữ số, hoặc nhấn Enter lần nữa.</translation>
    </message>
    <message>
        <source>Pe&amp;n</source>
        <translation>&amp;Cây bút</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>t&amp;rong số</translation>
    </message>
    <message>
        <source>Whose turn it is</source>
        <translation>Đến lượt bút nào</translation>
    </message>
    <message>
        <source>How many pens there are</source>
        <translation>Có bao nhiêu bút</translation>
    </message>
    <message>
        <source>Look at what is set aside: keep it, give it another label, or drop it</source>
        <translation>Xem những hình để riêng: giữ lại, đặt nhãn khác, hoặc bỏ đi</translation>
    </message>
</context>
<context>
    <name>Collector</name>
    <message>
        <source>Take the last one back</source>
        <translation>lấy lại hình cuối</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>xóa hết</translation>
    </message>
    <message>
        <source>Collect a {digit}</source>
        <translation>thu thập số {digit}</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>C&amp;olumns of the runs</source>
        <translation>Các cột củ&amp;a lượt</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>Bao nhiêu cột vừa chỗ</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Huấn luyện</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Bước</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>Thờ&amp;i gian</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>Lượt chạ&amp;y</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Lớp</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>&amp;Open session …</source>
        <translation>&amp;Mở phiên làm việc …</translation>
    </message>
    <message>
        <source>Open &amp;last session again</source>
        <translation>Mở &amp;lại phiên làm việc trước</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Lư&amp;u phiên làm việc</translation>
    </message>
    <message>
        <source>Save session &amp;as …</source>
        <translation>Lưu phiên làm việc với tên &amp;khác …</translation>
    </message>
    <message>
        <source>Keep &amp;moments in session files</source>
        <translation>Giữ thời điểm trong tệ&amp;p phiên làm việc</translation>
    </message>
    <message>
        <source>Open &amp;network …</source>
        <translation>Mở mạ&amp;ng …</translation>
    </message>
    <message>
        <source>Save net&amp;work …</source>
        <translation>Lưu mạn&amp;g …</translation>
    </message>
    <message>
        <source>Open &amp;drawings …</source>
        <translation>Mở &amp;hình vẽ …</translation>
    </message>
    <message>
        <source>&amp;Test on drawings …</source>
        <translation>K&amp;iểm tra trên hình vẽ …</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Mở tệp …</translation>
    </message>
    <message>
        <source>Test the network on a file of drawings that have a label (Ctrl+Alt+T)</source>
        <translation>Kiểm tra mạng trên một tệp hình vẽ có nhãn (Ctrl+Alt+T)</translation>
    </message>
    <message>
        <source>Save d&amp;rawings …</source>
        <translation>Lưu hình &amp;vẽ …</translation>
    </message>
    <message>
        <source>Rub out the strokes that are touched (Ctrl+E, once more for the pen; or the right button)</source>
        <translation>Xóa những nét được chạm vào (Ctrl+E, bấm lần nữa để cầm lại bút; hoặc nút chuột phải)</translation>
    </message>
    <message>
        <source>Pre&amp;vious drawing</source>
        <translation>Hình vẽ &amp;trước</translation>
    </message>
    <message>
        <source>End &amp;collecting</source>
        <translation>Kết &amp;thúc thu thập</translation>
    </message>
    <message>
        <source>&amp;Collect our digits</source>
        <translation>&amp;Thu thập chữ số của lớp</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Thu thập</translation>
    </message>
    <message>
        <source>Pass the pen through the class, or end that (Ctrl+K; Esc ends it too)</source>
        <translation>Chuyền bút quanh lớp, hoặc kết thúc (Ctrl+K; Esc cũng kết thúc)</translation>
    </message>
    <message>
        <source>&amp;Next: take this drawing</source>
        <translation>&amp;Kế tiếp: nhận hình vẽ này</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Kế tiếp</translation>
    </message>
    <message>
        <source>Take the drawing as what was asked for, and ask for the next (Enter)</source>
        <translation>Nhận hình vẽ là chữ số được yêu cầu, rồi yêu cầu chữ số kế tiếp (Enter)</translation>
    </message>
    <message>
        <source>Take the last one &amp;back</source>
        <translation>&amp;Lấy lại hình cuối</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Take the last drawing out again, and ask for it anew (Backspace)</source>
        <translation>Bỏ hình cuối ra và yêu cầu vẽ lại chữ số ấy (Backspace)</translation>
    </message>
    <message>
        <source>&amp;Pass the pen</source>
        <translation>&amp;Chuyền bút</translation>
    </message>
    <message>
        <source>It is the next pen&apos;s turn (Ctrl+Enter)</source>
        <translation>Đến lượt bút kế tiếp (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Our &amp;digits</source>
        <translation>C&amp;hữ số của lớp</translation>
    </message>
    <message>
        <source>&amp;Use our digits</source>
        <translation>&amp;Dùng chữ số của lớp</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Dùng</translation>
    </message>
    <message>
        <source>Add drawings &amp;to our digits …</source>
        <translation>Thêm hình vẽ vào chữ &amp;số của lớp …</translation>
    </message>
    <message>
        <source>Save our di&amp;gits …</source>
        <translation>Lưu chữ số của lớ&amp;p …</translation>
    </message>
    <message>
        <source>E&amp;xport our digits for Keras …</source>
        <translation>Xuất chữ số củ&amp;a lớp cho Keras …</translation>
    </message>
    <message>
        <source>The networks as they were during training are saved too; the file becomes larger</source>
        <translation>Lưu cả các mạng như khi đang huấn luyện; tệp sẽ lớn hơn</translation>
    </message>
    <message>
        <source>Export &amp;plot …</source>
        <translation>Xuất đồ &amp;thị …</translation>
    </message>
    <message>
        <source>&amp;Copy plot</source>
        <translation>Sao &amp;chép đồ thị</translation>
    </message>
    <message>
        <source>Export network for &amp;Keras …</source>
        <translation>&amp;Xuất mạng cho Keras …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Th&amp;oát</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>Bút &amp;vẽ</translation>
    </message>
    <message>
        <source>Draw with the pen (Ctrl+Alt+P)</source>
        <translation>Vẽ bằng bút (Ctrl+Alt+P)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>Tẩ&amp;y nét</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Xóa hết</translation>
    </message>
    <message>
        <source>Remove &amp;stray dots</source>
        <translation>Xóa các &amp;chấm lạc</translation>
    </message>
    <message>
        <source>Take away the tiny strokes far from the digit, which are left out of it (Ctrl+Delete)</source>
        <translation>Xóa những nét rất nhỏ ở xa chữ số, không được tính vào chữ số (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Digit to the &amp;left</source>
        <translation>Chữ số bên t&amp;rái</translation>
    </message>
    <message>
        <source>Look at the next digit to the left in the drawing (Ctrl+Page Up)</source>
        <translation>Xem chữ số kế bên trái trong hình vẽ (Ctrl+Page Up)</translation>
    </message>
    <message>
        <source>Digit to the ri&amp;ght</source>
        <translation>Chữ số bên phả&amp;i</translation>
    </message>
    <message>
        <source>Look at the next digit to the right in the drawing (Ctrl+Page Down)</source>
        <translation>Xem chữ số kế bên phải trong hình vẽ (Ctrl+Page Down)</translation>
    </message>
    <message>
        <source>&amp;Next drawing</source>
        <translation>Hình vẽ &amp;sau</translation>
    </message>
    <message>
        <source>Next &amp;test picture at random</source>
        <translation>Ảnh &amp;kiểm tra ngẫu nhiên kế tiếp</translation>
    </message>
    <message>
        <source>One of MNIST’s test images takes the canvas’s place (Ctrl+I)</source>
        <translation>Một ảnh kiểm tra của MNIST thế chỗ bảng vẽ (Ctrl+I)</translation>
    </message>
    <message>
        <source>The ch&amp;osen picture onto the easel</source>
        <translation>Đưa ảnh đã chọn lên &amp;giá vẽ</translation>
    </message>
    <message>
        <source>Onto the easel</source>
        <translation>Lên giá vẽ</translation>
    </message>
    <message>
        <source>The picture takes the canvas’s place: answer and views follow it (Ctrl+Alt+I)</source>
        <translation>Ảnh thế chỗ bảng vẽ: câu trả lời và các khung nhìn theo nó (Ctrl+Alt+I)</translation>
    </message>
    <message>
        <source>Say &amp;which picture it is</source>
        <translation>Cho &amp;biết đó là ảnh nào</translation>
    </message>
    <message>
        <source>Number and label stand below a picture on the easel; else the class can guess</source>
        <translation>Số thứ tự và nhãn hiện dưới ảnh trên giá vẽ; nếu không, cả lớp có thể đoán</translation>
    </message>
    <message>
        <source>&amp;Back to the canvas</source>
        <translation>&amp;Quay lại bảng vẽ</translation>
    </message>
    <message>
        <source>Take the picture off the easel (Esc); drawing does it too</source>
        <translation>Cất ảnh khỏi giá vẽ (Esc); vẽ một nét cũng vậy</translation>
    </message>
    <message>
        <source>Train a fresh network by this recipe, pause it, or go on (Space on the canvas, Ctrl+T)</source>
        <translation>Huấn luyện một mạng mới theo công thức này, tạm dừng, hoặc tiếp tục (phím cách trên bảng vẽ, Ctrl+T)</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>Bước một &amp;batch</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Train on one batch (F10); with Shift held to the epoch&apos;s end</source>
        <translation>Huấn luyện trên một batch (F10); giữ Shift thì đến hết epoch</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>Bước một &amp;epoch</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>End the run and keep what was learnt (Ctrl+.)</source>
        <translation>Kết thúc lượt huấn luyện và giữ lại những gì đã học (Ctrl+.)</translation>
    </message>
    <message>
        <source>Reset to the &amp;untrained network</source>
        <translation>Trở &amp;về mạng chưa huấn luyện</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Forget what was learnt: the untrained network answers (Ctrl+R)</source>
        <translation>Quên những gì đã học: mạng chưa huấn luyện sẽ trả lời (Ctrl+R)</translation>
    </message>
    <message>
        <source>Und&amp;o training</source>
        <translation>Hoàn tác h&amp;uấn luyện</translation>
    </message>
    <message>
        <source>Take back the last step, the last batches by hand, or the reset</source>
        <translation>Lấy lại bước cuối, các batch tự chọn cuối cùng, hoặc lần đặt lại</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>Hạt &amp;giống mới</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Draw another seed: other first weights, another order of the images</source>
        <translation>Lấy một hạt giống khác: trọng số ban đầu khác, thứ tự ảnh khác</translation>
    </message>
    <message>
        <source>Use the ready-&amp;made network</source>
        <translation>Dùng mạng có &amp;sẵn</translation>
    </message>
    <message>
        <source>Train one batch on t&amp;hese pictures</source>
        <translation>Huấn luyện một batch trên các ảnh nà&amp;y</translation>
    </message>
    <message>
        <source>Train on these</source>
        <translation>Huấn luyện trên các ảnh này</translation>
    </message>
    <message>
        <source>The chosen pictures are the next batch, with their labels; Undo training takes it back</source>
        <translation>Các ảnh đã chọn là batch kế tiếp, cùng với nhãn của chúng; Hoàn tác huấn luyện sẽ lấy lại như trước</translation>
    </message>
    <message>
        <source>The moment &amp;before</source>
        <translation>Thời điểm &amp;trước</translation>
    </message>
    <message>
        <source>Look back at what the network was earlier in its training (Alt+Left)</source>
        <translation>Xem lại mạng lúc trước đó trong quá trình huấn luyện (Alt+Left)</translation>
    </message>
    <message>
        <source>The moment &amp;after</source>
        <translation>Thời điểm &amp;sau</translation>
    </message>
    <message>
        <source>Look at the next moment that was kept (Alt+Right)</source>
        <translation>Xem thời điểm tiếp theo đã được giữ lại (Alt+Right)</translation>
    </message>
    <message>
        <source>&amp;Play the moments</source>
        <translation>&amp;Phát lần lượt các thời điểm</translation>
    </message>
    <message>
        <source>Bac&amp;k to now</source>
        <translation>Trở &amp;về hiện tại</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Về hiện tại</translation>
    </message>
    <message>
        <source>Next &amp;card</source>
        <translation>&amp;Thẻ kế tiếp</translation>
    </message>
    <message>
        <source>Next &amp;line</source>
        <translation>&amp;Dòng kế tiếp</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>F&amp;irst line</source>
        <translation>Dòng đầ&amp;u tiên</translation>
    </message>
    <message>
        <source>L&amp;ast line seen</source>
        <translation>Dòng &amp;cuối đã xem</translation>
    </message>
    <message>
        <source>&amp;Finish the step</source>
        <translation>&amp;Hoàn tất bước này</translation>
    </message>
    <message>
        <source>Train once on my &amp;drawing</source>
        <translation>Huấn luyện &amp;một lần trên hình của tôi</translation>
    </message>
    <message>
        <source>Train once</source>
        <translation>Một lần</translation>
    </message>
    <message>
        <source>A batch of nothing but the drawing, with the digit that you give it</source>
        <translation>Một batch chỉ gồm hình vẽ này, với chữ số mà bạn đặt cho nó</translation>
    </message>
    <message>
        <source>Train t&amp;wenty times on it</source>
        <translation>Huấn luyện hai mươi &amp;lần trên hình đó</translation>
    </message>
    <message>
        <source>20 times</source>
        <translation>20 lần</translation>
    </message>
    <message>
        <source>Twenty batches of nothing but the drawing; Undo training takes them back</source>
        <translation>Hai mươi batch chỉ gồm hình vẽ này; Hoàn tác huấn luyện lấy lại tất cả</translation>
    </message>
    <message>
        <source>My drawing &amp;joins the batch</source>
        <translation>Hình của tôi &amp;vào batch</translation>
    </message>
    <message>
        <source>joins the batch</source>
        <translation>vào batch</translation>
    </message>
    <message>
        <source>The next batches that are stepped through have the drawing among them</source>
        <translation>Các batch kế tiếp đi từng bước có cả hình vẽ này</translation>
    </message>
    <message>
        <source>&amp;Guess first</source>
        <translation>Đ&amp;oán trước</translation>
    </message>
    <message>
        <source>guess first</source>
        <translation>đoán trước</translation>
    </message>
    <message>
        <source>Before gradients and the new loss are shown, the class says what it expects</source>
        <translation>Trước khi gradient và mất mát mới hiện ra, cả lớp nói điều mình đoán</translation>
    </message>
    <message>
        <source>&amp;Use this network</source>
        <translation>&amp;Dùng mạng này</translation>
    </message>
    <message>
        <source>&amp;Compare with the answer</source>
        <translation>&amp;So sánh với câu trả lời</translation>
    </message>
    <message>
        <source>C&amp;ontinue this run</source>
        <translation>&amp;Tiếp tục lượt này</translation>
    </message>
    <message>
        <source>One &amp;more epoch</source>
        <translation>Thêm &amp;một epoch</translation>
    </message>
    <message>
        <source>Let this finished run go on for another epoch; its optimizer begins afresh</source>
        <translation>Cho lượt đã xong này chạy thêm một epoch; thuật toán tối ưu bắt đầu lại từ đầu</translation>
    </message>
    <message>
        <source>&amp;Export as CSV …</source>
        <translation>&amp;Xuất ra CSV …</translation>
    </message>
    <message>
        <source>Ta&amp;ke it home …</source>
        <translation>Mang &amp;về nhà …</translation>
    </message>
    <message>
        <source>Save the run as a Python script or a notebook, which trains it again without digitpad</source>
        <translation>Lưu lượt huấn luyện thành một chương trình Python hoặc notebook, có thể huấn luyện lại mà không cần digitpad</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Xó&amp;a</translation>
    </message>
    <message>
        <source>E&amp;nd comparison</source>
        <translation>&amp;Kết thúc so sánh</translation>
    </message>
    <message>
        <source>&amp;Train from here</source>
        <translation>&amp;Huấn luyện từ đây</translation>
    </message>
    <message>
        <source>Begin a new run with the network of this moment; its own run stays (Space on the canvas, Ctrl+T)</source>
        <translation>Bắt đầu một lượt mới với mạng ở thời điểm này; lượt cũ vẫn giữ nguyên (phím cách trên bảng vẽ, Ctrl+T)</translation>
    </message>
    <message>
        <source>Begin a new run with the network of this moment, by one batch (F10); with Shift held to the epoch&apos;s end</source>
        <translation>Bắt đầu một lượt mới bằng mạng ở thời điểm này, với một batch (F10); giữ Shift thì đến hết epoch</translation>
    </message>
    <message>
        <source>What more data buys is being measured: training waits until that is over</source>
        <translation>Đang đo xem thêm dữ liệu được lợi gì: đợi đo xong mới huấn luyện được</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Chậm hơn</translation>
    </message>
    <message>
        <source>The loop &amp;compiled</source>
        <translation>Vòng lặp đã b&amp;iên dịch</translation>
    </message>
    <message>
        <source>compiled</source>
        <translation>đã biên dịch</translation>
    </message>
    <message>
        <source>New runs: the lesson&apos;s loop, compiled, as fast as this computer can</source>
        <translation>Lượt chạy mới: vòng lặp của bài học, đã biên dịch, nhanh nhất mà máy này có thể</translation>
    </message>
    <message>
        <source>The loop &amp;line by line (slow)</source>
        <translation>Vòng &amp;lặp từng dòng (chậm)</translation>
    </message>
    <message>
        <source>line by line</source>
        <translation>từng dòng</translation>
    </message>
    <message>
        <source>New runs: the lesson&apos;s eager loop; shows what compiling buys</source>
        <translation>Lượt chạy mới: vòng lặp eager của bài học; cho thấy biên dịch giúp nhanh hơn bao nhiêu</translation>
    </message>
    <message>
        <source>&amp;Keras&apos; own fit</source>
        <translation>Hàm fit của chính &amp;Keras</translation>
    </message>
    <message>
        <source>Keras&apos; fit</source>
        <translation>fit của Keras</translation>
    </message>
    <message>
        <source>New runs: the lesson&apos;s first listing, by compile and fit, on the same batches</source>
        <translation>Lượt chạy mới: đoạn mã đầu tiên của bài học, bằng compile và fit, trên cùng các batch</translation>
    </message>
    <message>
        <source>Show one moment after the other, or stop there (Shift+F4)</source>
        <translation>Hiện lần lượt từng thời điểm, hoặc dừng lại ở đó (Shift+F4)</translation>
    </message>
    <message>
        <source>The network answers again as it is now (F4, Esc)</source>
        <translation>Mạng lại trả lời như hiện tại (F4, Esc)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Nhanh hơn</translation>
    </message>
    <message>
        <source>Full spee&amp;d</source>
        <translation>Tốc độ tối đ&amp;a</translation>
    </message>
    <message>
        <source>Us&amp;ual letters</source>
        <translation>Chữ &amp;bình thường</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>Tiếng &amp;Việt</source>
        <translation>Tiếng &amp;Việt</translation>
    </message>
    <message>
        <source>Train as fast as this computer can (F9)</source>
        <translation>Huấn luyện nhanh hết mức máy tính này có thể (F9)</translation>
    </message>
    <message>
        <source>Go on to the end of the next part of the training step (F6)</source>
        <translation>Đi đến hết phần kế tiếp của bước huấn luyện (F6)</translation>
    </message>
    <message>
        <source>Let one line of the lesson&apos;s code run (Ctrl+F6)</source>
        <translation>Cho chạy một dòng mã của bài học (Ctrl+F6)</translation>
    </message>
    <message>
        <source>Show what was before; past its update the step is undone (Shift+F6)</source>
        <translation>Xem lại lúc trước; quá lần cập nhật thì bước này được hoàn tác (Shift+F6)</translation>
    </message>
    <message>
        <source>Watch the f&amp;all</source>
        <translation>&amp;Xem mất mát giảm</translation>
    </message>
    <message>
        <source>Begin slowly, so that the fall of the loss can be seen</source>
        <translation>Bắt đầu thật chậm để thấy được mất mát giảm</translation>
    </message>
    <message>
        <source>Change the &amp;recipe</source>
        <translation>Đổi &amp;công thức</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>What the next run is made of (Ctrl+B)</source>
        <translation>Lượt huấn luyện tiếp theo gồm những gì (Ctrl+B)</translation>
    </message>
    <message>
        <source>View in a &amp;window of its own</source>
        <translation>Mở khung nhìn trong cửa &amp;sổ riêng</translation>
    </message>
    <message>
        <source>Pro&amp;jector mode</source>
        <translation>Chế độ &amp;máy chiếu</translation>
    </message>
    <message>
        <source>Lar&amp;ger letters</source>
        <translation>Chữ &amp;to hơn</translation>
    </message>
    <message>
        <source>S&amp;maller letters</source>
        <translation>Chữ &amp;nhỏ hơn</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Màu của &amp;hệ thống</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>Màu sán&amp;g</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Màu tố&amp;i</translation>
    </message>
    <message>
        <source>digitpad &amp;guide</source>
        <translation>&amp;Hướng dẫn dùng digitpad</translation>
    </message>
    <message>
        <source>&amp;About digitpad</source>
        <translation>&amp;Giới thiệu digitpad</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Tạ&amp;m dừng</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>&amp;Add this recipe to the queue</source>
        <translation>Đưa công thức này vào &amp;hàng đợi</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>A run by the recipe in the fields waits for its turn (Ctrl+Shift+Q)</source>
        <translation>Một lượt theo công thức trong các ô sẽ chờ đến phiên mình (Ctrl+Shift+Q)</translation>
    </message>
    <message>
        <source>&amp;Start the queue</source>
        <translation>&amp;Bắt đầu hàng đợi</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Train what waits, one run after the other (Ctrl+F5)</source>
        <translation>Huấn luyện những gì đang chờ, hết lượt này đến lượt khác (Ctrl+F5)</translation>
    </message>
    <message>
        <source>&amp;Pause after this run</source>
        <translation>Tạm dừng sa&amp;u lượt này</translation>
    </message>
    <message>
        <source>Pause after this run</source>
        <translation>Tạm dừng sau lượt này</translation>
    </message>
    <message>
        <source>The run under way goes on to its end; those after it wait (Ctrl+Shift+F5)</source>
        <translation>Lượt đang huấn luyện chạy đến hết; các lượt sau nó chờ (Ctrl+Shift+F5)</translation>
    </message>
    <message>
        <source>Try learnin&amp;g rates</source>
        <translation>Thử các tố&amp;c độ học</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Các tốc độ học</translation>
    </message>
    <message>
        <source>Train this recipe with rates from 0.00001 to 10, and compare the runs (F5)</source>
        <translation>Huấn luyện công thức này với tốc độ học từ 0,00001 đến 10 rồi so sánh các lượt (F5)</translation>
    </message>
    <message>
        <source>Tr&amp;y optimizers</source>
        <translation>Thử các bộ tố&amp;i ưu</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>Các bộ tối ưu</translation>
    </message>
    <message>
        <source>Train this recipe with each of the optimizers, and compare the runs (Shift+F5)</source>
        <translation>Huấn luyện công thức này với từng bộ tối ưu rồi so sánh các lượt (Shift+F5)</translation>
    </message>
    <message>
        <source>Ear&amp;lier in the queue</source>
        <translation>Lên t&amp;rước trong hàng đợi</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Lên trước</translation>
    </message>
    <message>
        <source>The selected run has its turn earlier (Alt+Up in the queue)</source>
        <translation>Lượt được chọn đến phiên sớm hơn (Alt+Lên trong hàng đợi)</translation>
    </message>
    <message>
        <source>La&amp;ter in the queue</source>
        <translation>&amp;Lùi ra sau trong hàng đợi</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Lùi ra sau</translation>
    </message>
    <message>
        <source>The selected run has its turn later (Alt+Down in the queue)</source>
        <translation>Lượt được chọn đến phiên muộn hơn (Alt+Xuống trong hàng đợi)</translation>
    </message>
    <message>
        <source>&amp;Remove from the queue</source>
        <translation>&amp;Gỡ khỏi hàng đợi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ bỏ</translation>
    </message>
    <message>
        <source>The selected run waits no longer (Delete in the queue)</source>
        <translation>Lượt được chọn không chờ nữa (Delete trong hàng đợi)</translation>
    </message>
    <message>
        <source>Clear t&amp;he queue</source>
        <translation>Dọ&amp;n hàng đợi</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Dọn</translation>
    </message>
    <message>
        <source>What waits and what is done is listed no longer; the runs themselves stay</source>
        <translation>Danh sách không còn những lượt đang chờ và đã xong; bản thân các lượt chạy vẫn còn</translation>
    </message>
    <message>
        <source>Sho&amp;w all curves</source>
        <translation>Hiện mọi đường c&amp;ong</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Mọi đường cong</translation>
    </message>
    <message>
        <source>Show the curves of all runs again (Ctrl+Shift+W)</source>
        <translation>Hiện lại đường cong của mọi lượt (Ctrl+Shift+W)</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Ma trận nhầm lẫn</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>đọc thành</translation>
    </message>
    <message>
        <source>true digit</source>
        <translation>chữ số thật</translation>
    </message>
    <message>
        <source>right, %</source>
        <translation>đúng, %</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
</context>
<context>
    <name>CountBars</name>
    <message>
        <source>Drawings of each digit</source>
        <translation>Số hình vẽ của mỗi chữ số</translation>
    </message>
    <message>
        <source>digit {digit}: {count}</source>
        <translation>số {digit}: {count}</translation>
    </message>
</context>
<context>
    <name>CountBox</name>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
</context>
<context>
    <name>CountedInTests</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s) fewer than {name}</source>
        <translation>
            <numerusform>ít hơn {name} %Ln lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s) more than {name}</source>
        <translation>
            <numerusform>nhiều hơn {name} %Ln lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) set aside, not tested on</source>
        <translation>
            <numerusform>%Ln hình vẽ để riêng, không dùng để kiểm tra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The numbers overflow: no answer to %Ln picture(s), counted as read as 0</source>
        <translation>
            <numerusform>Bị tràn số: không có câu trả lời cho %Ln ảnh, tính như đọc thành 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s)</source>
        <translation>
            <numerusform>%Ln lần cập nhật</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveChoice</name>
    <message>
        <source>loss</source>
        <translation>mất mát</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>chính xác</translation>
    </message>
    <message>
        <source>loss and accuracy</source>
        <translation>cả hai</translation>
    </message>
    <message>
        <source>Show the loss, the accuracy on 1,000 test images, measured while a run trains, or both</source>
        <translation>Hiện mất mát, độ chính xác trên 1.000 ảnh kiểm tra đo trong lúc huấn luyện, hoặc cả hai</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Đường cong</translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message>
        <source>Stop &amp;measuring</source>
        <translation>Dừng đ&amp;o</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>Đ&amp;o</translation>
    </message>
    <message>
        <source>End it, and keep what was found</source>
        <translation>Kết thúc và giữ lại những gì đã đo được</translation>
    </message>
    <message>
        <source>Train on more and more of our digits, and test each network on those held out</source>
        <translation>Huấn luyện trên ngày càng nhiều chữ số của lớp, rồi kiểm tra từng mạng trên phần được giữ lại</translation>
    </message>
    <message>
        <source>On {sizes} drawings, tested on the {test} held out: {trainings}, about {time}. {recipe}.</source>
        <translation>Trên {sizes} hình vẽ, kiểm tra trên {test} hình được giữ lại: {trainings}, khoảng {time}. {recipe}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln training(s)</source>
        <translation>
            <numerusform>%Ln lần huấn luyện</numerusform>
        </translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} và {last}</translation>
    </message>
    <message>
        <source>It ends after the batches at hand …</source>
        <translation>Sẽ kết thúc sau các batch đang chạy …</translation>
    </message>
    <message>
        <source>Training {number} of {count}, on {drawings} drawings: {percent} %, about {time} to go. No run can begin meanwhile.</source>
        <translation>Lần huấn luyện {number} trên {count}, với {drawings} hình vẽ: {percent}%, còn khoảng {time}. Trong lúc này không thể bắt đầu lượt nào.</translation>
    </message>
    <message>
        <source>Our digits, or what is held out, have changed since: measure again.</source>
        <translation>Chữ số của lớp hoặc phần được giữ lại đã thay đổi: hãy đo lại.</translation>
    </message>
    <message>
        <source>{drawings} drawings: {percent} right (± {error})</source>
        <translation>{drawings} hình vẽ: đúng {percent} (± {error})</translation>
    </message>
    <message>
        <source>What more data buys</source>
        <translation>Thêm dữ liệu được lợi gì</translation>
    </message>
    <message>
        <source>All ten digits are learnt here, also what the recipe leaves out: {digits}.</source>
        <translation>Ở đây mạng học cả mười chữ số, kể cả những chữ số mà công thức loại ra: {digits}.</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Loss curves</source>
        <translation>Các đường mất mát</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>mất mát</translation>
    </message>
    <message>
        <source>off scale: {runs}</source>
        <translation>vượt thang đo: {runs}</translation>
    </message>
</context>
<context>
    <name>DataPlot</name>
    <message>
        <source>What more data buys</source>
        <translation>Thêm dữ liệu được lợi gì</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>độ chính xác, %</translation>
    </message>
    <message>
        <source>drawings trained on</source>
        <translation>số hình vẽ để huấn luyện</translation>
    </message>
    <message>
        <source>Measure, and the accuracy on what is held out appears here</source>
        <translation>Hãy đo, độ chính xác trên phần được giữ lại sẽ hiện ở đây</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Nu&amp;mber of images</source>
        <translation>Số ả&amp;nh</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Dạng ảnh</translation>
    </message>
    <message>
        <source>Whether and how the images are changed before the network learns from them</source>
        <translation>Trước khi mạng học, các ảnh có được biến đổi hay không, và biến đổi thế nào</translation>
    </message>
    <message>
        <source>While it learns, the network never sees the digits that are taken away</source>
        <translation>Trong lúc học, mạng không bao giờ thấy những chữ số bị loại ra</translation>
    </message>
    <message>
        <source>O&amp;ur digits</source>
        <translation>Chữ &amp;số của lớp</translation>
    </message>
    <message>
        <source>How much of what the network learns from is ours; the rest is MNIST&apos;s</source>
        <translation>Chữ số của lớp chiếm bao nhiêu phần trong những gì mạng học; phần còn lại là của MNIST</translation>
    </message>
    <message>
        <source>Choose other images to train on and to hold out, and other wrong labels (now set {seed})</source>
        <translation>Chọn ngẫu nhiên ảnh khác để huấn luyện và để giữ lại, và nhãn sai khác (hiện là bộ số {seed})</translation>
    </message>
    <message>
        <source>Wron&amp;g labels</source>
        <translation>Nhãn s&amp;ai</translation>
    </message>
    <message>
        <source>How many images an epoch has, from 1 to 60,000: as many of each digit as of any other, as long as there are enough</source>
        <translation>Một epoch có bao nhiêu ảnh, từ 1 đến 60.000: mỗi chữ số nhiều như nhau, chừng nào còn đủ ảnh</translation>
    </message>
    <message>
        <source>Digits that it &amp;sees</source>
        <translation>Chữ số mạng được thấ&amp;y</translation>
    </message>
    <message>
        <source>Order o&amp;f the images</source>
        <translation>Thứ tự &amp;xem ảnh</translation>
    </message>
    <message>
        <source>In what order an epoch goes through its images; shuffled, each epoch has another</source>
        <translation>Một epoch đi qua các ảnh theo thứ tự nào; khi xáo trộn, mỗi epoch có một thứ tự khác</translation>
    </message>
    <message>
        <source>How many labels are another digit than the true one, on purpose</source>
        <translation>Bao nhiêu nhãn được cố ý ghi thành chữ số khác với chữ số đúng</translation>
    </message>
    <message>
        <source>Ot&amp;hers</source>
        <translation>Bộ &amp;khác</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>Ảnh khác</translation>
    </message>
    <message>
        <source>One digit at least stays: without any there is nothing to learn from.</source>
        <translation>Phải giữ ít nhất một chữ số: không có chữ số nào thì không còn gì để học.</translation>
    </message>
</context>
<context>
    <name>DecayBox</name>
    <message>
        <source>Each update also makes every weight smaller: weight ← weight − decay · learning rate · weight</source>
        <translation>Mỗi lần cập nhật cũng làm mọi trọng số nhỏ đi: trọng số ← trọng số − suy giảm · tốc độ học · trọng số</translation>
    </message>
</context>
<context>
    <name>DigitSource</name>
    <message>
        <source>a {digit}</source>
        <translation>số {digit}</translation>
    </message>
    <message>
        <source>by pen {pen}</source>
        <translation>của bút {pen}</translation>
    </message>
    <message>
        <source>set aside: it does not look like that</source>
        <translation>để riêng: hình không giống chữ số ấy</translation>
    </message>
    <message>
        <source>{digit} · pen {pen}</source>
        <translation>{digit} · bút {pen}</translation>
    </message>
</context>
<context>
    <name>DigitToggles</name>
    <message>
        <source>The network sees {digit}</source>
        <translation>Mạng thấy chữ số {digit}</translation>
    </message>
    <message>
        <source>Whether the network ever sees a {digit} while it learns</source>
        <translation>Trong lúc học, mạng có thấy chữ số {digit} hay không</translation>
    </message>
</context>
<context>
    <name>Digits</name>
    <message>
        <source>Remove stray dots</source>
        <translation>xóa các chấm lạc</translation>
    </message>
    <message>
        <source>I see {count} digits: {digits}</source>
        <translation>Tôi thấy {count} chữ số: {digits}</translation>
    </message>
    <message>
        <source>Each is read by itself. Answer and views follow the one with the thick box: the newest, until you choose another one here or by {left} and {right}.</source>
        <translation>Mỗi chữ số được đọc riêng. Câu trả lời và các khung nhìn theo chữ số có khung đậm: chữ số mới nhất, cho đến khi bạn chọn chữ số khác ở đây hay bằng {left} và {right}.</translation>
    </message>
    <message>
        <source>Digit {place} of {count}: no answer</source>
        <translation>Chữ số thứ {place} trong {count}: không có câu trả lời</translation>
    </message>
    <message>
        <source>Digit {place} of {count}: {digit}, sure</source>
        <translation>Chữ số thứ {place} trong {count}: {digit}, chắc chắn</translation>
    </message>
    <message>
        <source>Digit {place} of {count}: {digit}, not sure</source>
        <translation>Chữ số thứ {place} trong {count}: {digit}, không chắc</translation>
    </message>
    <message>
        <source>Tiny strokes far from the digit are left out of the answer, and ringed on the canvas; {key} removes them.</source>
        <translation>Những nét rất nhỏ ở xa chữ số không được tính vào câu trả lời, và được khoanh trên bảng vẽ; {key} xóa chúng.</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} chữ số</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>The class has no digits yet: collect some, or add a file of drawings.</source>
        <translation>Lớp chưa có chữ số nào: hãy thu thập, hoặc thêm một tệp hình vẽ.</translation>
    </message>
    <message>
        <source>No drawing is set aside.</source>
        <translation>Không có hình nào để riêng.</translation>
    </message>
    <message>
        <source>There are none of these.</source>
        <translation>Không có hình nào như vậy.</translation>
    </message>
    <message>
        <source>all digits</source>
        <translation>mọi chữ số</translation>
    </message>
    <message>
        <source>pen {pen}</source>
        <translation>bút {pen}</translation>
    </message>
    <message>
        <source>no pen</source>
        <translation>không rõ bút</translation>
    </message>
    <message>
        <source>all pens</source>
        <translation>mọi bút</translation>
    </message>
    <message>
        <source>kept and set aside</source>
        <translation>đã giữ và để riêng</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln hình vẽ</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} set aside</source>
        <translation>{count} hình để riêng</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>đang hiện {count}</translation>
    </message>
    <message>
        <source>{count} chosen: a key 0 to 9 labels, Delete drops</source>
        <translation>đã chọn {count}: phím 0 đến 9 đặt nhãn, Delete bỏ đi</translation>
    </message>
    <message>
        <source>Our digits</source>
        <translation>Chữ số của lớp</translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation>Hiện những chữ số nào</translation>
    </message>
    <message>
        <source>Whose drawings are shown</source>
        <translation>Hiện hình vẽ của ai</translation>
    </message>
    <message>
        <source>Whether only those set aside are shown</source>
        <translation>Chỉ hiện những hình để riêng hay không</translation>
    </message>
    <message>
        <source>It is a …</source>
        <translation>Đó là số …</translation>
    </message>
    <message>
        <source>Give those that are chosen another label (keys 0 to 9)</source>
        <translation>Đặt nhãn khác cho những hình đã chọn (phím 0 đến 9)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>It is what was asked for: keep it with the others</source>
        <translation>Đúng là chữ số được yêu cầu: giữ cùng những hình khác</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Take it out of our digits (Delete)</source>
        <translation>Bỏ khỏi chữ số của lớp (Delete)</translation>
    </message>
</context>
<context>
    <name>EaselNews</name>
    <message numerus="yes">
        <source>A batch by hand has at most {most} pictures: it is the first of the %Ln chosen picture(s).</source>
        <translation>
            <numerusform>Batch chọn bằng tay có nhiều nhất {most} ảnh: batch này là các ảnh đầu trong %Ln ảnh đã chọn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen picture(s) are the batch; Undo training takes it back.</source>
        <translation>
            <numerusform>%Ln ảnh đã chọn là batch này; Hoàn tác huấn luyện sẽ lấy lại như trước.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EpochMarks</name>
    <message>
        <source>rate {rate}</source>
        <translation>tốc độ {rate}</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>epoch {number}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{path} was not found. Choose {what} that exists.</source>
        <translation>Không tìm thấy {path}. Hãy chọn {what} đang tồn tại.</translation>
    </message>
    <message>
        <source>{path} is no file of digitpad: a session ends in .digitpad, a network in .npz, drawings in .jsonl or .jsonl.gz.</source>
        <translation>{path} không phải là tệp của digitpad: phiên làm việc có đuôi .digitpad, mạng có đuôi .npz, hình vẽ có đuôi .jsonl hoặc .jsonl.gz.</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}.</source>
        <translation>Không đọc được {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} could not be read: it is no file with contents, but a folder, a device or a pipe between programs. Choose {what}.</source>
        <translation>Không đọc được {path}: đó không phải là tệp có nội dung mà là thư mục, thiết bị hoặc đường ống giữa các chương trình. Hãy chọn {what}.</translation>
    </message>
    <message>
        <source>{path} could not be saved: {reason}. What was there before is unchanged; choose another folder.</source>
        <translation>Không lưu được {path}: {reason}. Những gì có ở đó trước đây vẫn nguyên vẹn; hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>{path} could not be saved: {reason}. What was there before is unchanged; free some space or choose another folder.</source>
        <translation>Không lưu được {path}: {reason}. Những gì có ở đó từ trước vẫn nguyên vẹn; hãy giải phóng bớt dung lượng hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>What there is to say could not be written: {reason}. Send it to another place.</source>
        <translation>Không ghi được kết quả ra: {reason}. Hãy ghi vào chỗ khác.</translation>
    </message>
    <message>
        <source>{path} could not be saved: {reason}. What was there before is unchanged; choose another name.</source>
        <translation>Không lưu được {path}: {reason}. Những gì có ở đó trước đây vẫn nguyên vẹn; hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>{path} is read-only, so it was not saved over; choose another name, or let it be written.</source>
        <translation>{path} chỉ cho đọc nên không bị ghi đè; hãy chọn tên khác, hoặc cho phép ghi vào tệp này.</translation>
    </message>
    <message>
        <source>{path} is not {what}: it is damaged, cut short, or another kind of file. Nothing was loaded; choose another file, or a copy.</source>
        <translation>{path} không phải là {what}: tệp bị hỏng, bị cắt cụt, hoặc thuộc loại khác. Chưa nạp gì cả; hãy chọn tệp khác hoặc một bản sao.</translation>
    </message>
    <message>
        <source>{path} is not {what}: it has more than {most} arrays. Nothing was loaded; choose another file.</source>
        <translation>{path} không phải là {what}: tệp có nhiều hơn {most} mảng. Chưa tải gì cả; hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>{path} is not {what}: it has no array “{array}”. Nothing was loaded.</source>
        <translation>{path} không phải là {what}: tệp không có mảng “{array}”. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its array “{array}” is {found} of shape {shape}, expected {expected} of {lengths} elements. Nothing was loaded.</source>
        <translation>{path} không phải là {what}: mảng “{array}” của tệp có kiểu {found} và kích thước {shape}, trong khi cần kiểu {expected} với {lengths} phần tử. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path}: its array “{array}” would take {size} bytes, more than the {most} that {what} can hold. Nothing was loaded.</source>
        <translation>{path}: mảng “{array}” của tệp sẽ chiếm {size} byte, nhiều hơn mức {most} mà {what} chứa được. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is damaged or cut short: its array “{array}” cannot be read. Nothing was loaded; make the file anew or use a copy.</source>
        <translation>{path} bị hỏng hoặc bị cắt cụt: không đọc được mảng “{array}” của tệp. Chưa nạp gì cả; hãy tạo lại tệp hoặc dùng một bản sao.</translation>
    </message>
    <message>
        <source>{path} is not {what}. Nothing was loaded.</source>
        <translation>{path} không phải là {what}. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its format version makes no sense. Nothing was loaded.</source>
        <translation>{path} không phải là {what}: phiên bản định dạng của tệp không hợp lệ. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is of format version {version}; this digitpad reads versions up to {newest}. Open it with the digitpad that saved it, or install a newer one.</source>
        <translation>{path} có phiên bản định dạng {version}; bản digitpad này chỉ đọc được đến phiên bản {newest}. Hãy mở tệp bằng bản digitpad đã lưu nó, hoặc cài một bản mới hơn.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its header is damaged. Nothing was loaded.</source>
        <translation>{path} không phải là {what}: phần đầu của tệp bị hỏng. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its header has more than {most} values. Nothing was loaded; choose another file.</source>
        <translation>{path} không phải là {what}: phần đầu của tệp có nhiều hơn {most} giá trị. Chưa tải gì cả; hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its header is incomplete, “{field}” is missing. Nothing was loaded.</source>
        <translation>{path} không phải là {what}: phần đầu của tệp không đầy đủ, thiếu “{field}”. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is not {what} that this digitpad can read: its header has the unknown entry “{field}”. Nothing was loaded; open it with the digitpad that saved it, or install a newer one.</source>
        <translation>{path} không phải là {what} mà bản digitpad này đọc được: phần đầu của tệp có mục lạ “{field}”. Chưa nạp gì cả; hãy mở tệp bằng bản digitpad đã lưu nó, hoặc cài một bản mới hơn.</translation>
    </message>
    <message>
        <source>{path} holds a recipe that makes no sense. {reason} Nothing was loaded.</source>
        <translation>{path} chứa một công thức không hợp lệ. {reason} Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} is not {what}: its header makes no sense. Nothing was loaded; use a copy.</source>
        <translation>{path} không phải là {what}: phần đầu của tệp không hợp lệ. Chưa nạp gì cả; hãy dùng một bản sao.</translation>
    </message>
    <message>
        <source>{path} holds weights that are not finite numbers. Nothing was loaded; use another file.</source>
        <translation>{path} chứa những trọng số không phải là số hữu hạn. Chưa nạp gì cả; hãy dùng tệp khác.</translation>
    </message>
    <message>
        <source>{path} is not {what}, or it is damaged. Nothing was loaded; use a copy.</source>
        <translation>{path} không phải là {what}, hoặc tệp bị hỏng. Chưa nạp gì cả; hãy dùng một bản sao.</translation>
    </message>
    <message>
        <source>Of {runs} runs {count} could not be read again: weights in {path} are missing or damaged. Everything else is here.</source>
        <translation>Trong {runs} lượt có {count} lượt không đọc lại được: trọng số trong {path} bị thiếu hoặc bị hỏng. Mọi thứ khác vẫn còn đây.</translation>
    </message>
    <message>
        <source>{path} would take more than {most} MB of memory. Nothing was loaded.</source>
        <translation>{path} sẽ chiếm hơn {most} MB bộ nhớ. Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path} would be larger than the {most} MB that a session may have. Nothing was saved; remove some of the runs and save again.</source>
        <translation>{path} sẽ lớn hơn mức {most} MB cho phép đối với một phiên làm việc. Chưa lưu gì cả; hãy xóa bớt vài lượt chạy rồi lưu lại.</translation>
    </message>
    <message>
        <source>{path} has been changed since this session was opened or saved, by another window or program. Saving over it throws that away; “Save session as …” keeps both.</source>
        <translation>{path} đã bị một cửa sổ hoặc chương trình khác thay đổi kể từ khi phiên làm việc này được mở hoặc lưu. Ghi đè sẽ làm mất những thay đổi đó; “Lưu phiên làm việc với tên khác …” giữ lại cả hai.</translation>
    </message>
    <message>
        <source>{path} has more than {most} {what}, the most that a session may have. Nothing was loaded.</source>
        <translation>{path} có nhiều hơn {most} {what}, mức tối đa cho một phiên làm việc. Chưa tải gì cả.</translation>
    </message>
    <message>
        <source>{path} would have more than {most} {what}, the most that a session may have. Nothing was saved; remove some of the runs and save again.</source>
        <translation>{path} sẽ có nhiều hơn {most} {what}, mức tối đa cho một phiên làm việc. Chưa lưu gì cả; hãy xóa bớt vài lượt chạy rồi lưu lại.</translation>
    </message>
    <message>
        <source>The {field} must be a whole number from {least} to {most}, not {value}.</source>
        <translation>Giá trị của {field} phải là số nguyên từ {least} đến {most}, không thể là {value}.</translation>
    </message>
    <message>
        <source>The {field} must be a number from 0 to {most}, not {value}.</source>
        <translation>Giá trị của {field} phải là một số từ 0 đến {most}, không thể là {value}.</translation>
    </message>
    <message>
        <source>“drawings” must be empty, or 64 hexadecimal digits that say which they are, not {value}.</source>
        <translation>“drawings” phải để trống, hoặc là 64 chữ số thập lục phân cho biết đó là những hình vẽ nào, không phải {value}.</translation>
    </message>
    <message>
        <source>“drawings” must be empty where the share of our digits is 0, as none are trained on.</source>
        <translation>“drawings” phải để trống khi tỉ lệ chữ số của lớp là 0, vì không huấn luyện trên chữ số nào của lớp.</translation>
    </message>
    <message>
        <source>Only MNIST&apos;s images are varied: choose plain ones to train on our digits, or a share of 0 % of ours.</source>
        <translation>Chỉ ảnh của MNIST mới được biến đổi: hãy chọn ảnh nguyên bản để huấn luyện trên chữ số của lớp, hoặc chọn tỉ lệ 0% chữ số của lớp.</translation>
    </message>
    <message>
        <source>The {field} must be one of {choices}, not {value}.</source>
        <translation>Giá trị của {field} phải là một trong số {choices}, không thể là {value}.</translation>
    </message>
    <message>
        <source>This run would have {batches} batches, and {most} are the most that one can have. Choose fewer epochs or a larger batch size.</source>
        <translation>Lượt chạy này sẽ có {batches} batch, mà một lượt có nhiều nhất {most} batch. Hãy chọn ít epoch hơn hoặc kích thước batch lớn hơn.</translation>
    </message>
    <message>
        <source>The learning rate must be a number, not {value}.</source>
        <translation>Tốc độ học phải là một số, không thể là {value}.</translation>
    </message>
    <message>
        <source>The learning rate must be a finite number above 0, not {value}.</source>
        <translation>Tốc độ học phải là một số hữu hạn lớn hơn 0, không thể là {value}.</translation>
    </message>
    <message>
        <source>“shuffle” must be true or false, not {value}.</source>
        <translation>Giá trị của “shuffle” phải là true hoặc false, không thể là {value}.</translation>
    </message>
    <message>
        <source>A network can have {most} hidden layers at most, not {count}. Take some of them away.</source>
        <translation>Một mạng có thể có nhiều nhất {most} tầng ẩn, không thể có {count}. Hãy bỏ bớt vài tầng.</translation>
    </message>
    <message>
        <source>The hidden layers must be a list, not {value}.</source>
        <translation>Các tầng ẩn phải là một danh sách, không phải {value}.</translation>
    </message>
    <message>
        <source>The {field} must be an object with entries, not {value}.</source>
        <translation>Giá trị của {field} phải là một đối tượng có các mục, không thể là {value}.</translation>
    </message>
    <message>
        <source>The {field} has the entry {unknown}, which this digitpad does not know. Take the entry out, or install a newer digitpad.</source>
        <translation>Trong {field} có mục {unknown} mà bản digitpad này không biết. Hãy bỏ mục đó đi, hoặc cài một bản digitpad mới hơn.</translation>
    </message>
    <message>
        <source>{path} could not be saved: it is no file with contents, but a folder, a device or a pipe between programs. Choose another name.</source>
        <translation>Không lưu được {path}: đó không phải là tệp có nội dung mà là thư mục, thiết bị hoặc đường ống giữa các chương trình. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>MNIST was not found: {path} cannot be read ({reason}). Install digitpad again.</source>
        <translation>Không tìm thấy MNIST: không đọc được {path} ({reason}). Hãy cài lại digitpad.</translation>
    </message>
    <message>
        <source>{path} is not the MNIST file that digitpad came with: it is damaged or was changed. Install digitpad again, or build the file with scripts/build_mnist.py.</source>
        <translation>{path} không phải là tệp MNIST đi kèm digitpad: tệp bị hỏng hoặc đã bị sửa. Hãy cài lại digitpad, hoặc tạo tệp bằng scripts/build_mnist.py.</translation>
    </message>
    <message>
        <source>{path} holds numbers that are not finite. Install digitpad again.</source>
        <translation>{path} chứa những số không hữu hạn. Hãy cài lại digitpad.</translation>
    </message>
    <message>
        <source>{path} is damaged or cut short; make the file anew or use a copy.</source>
        <translation>{path} bị hỏng hoặc bị cắt cụt; hãy tạo lại tệp hoặc dùng một bản sao.</translation>
    </message>
    <message>
        <source>The drawings cannot be saved to {path}: {reason} Nothing was saved; begin a new session for more.</source>
        <translation>Không thể lưu các hình vẽ vào {path}: {reason} Chưa lưu gì cả; hãy bắt đầu phiên làm việc mới để vẽ tiếp.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason} Nothing was loaded.</source>
        <translation>{path}, dòng {line}: {reason} Chưa nạp gì cả.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason} Nothing was loaded; split the file into smaller ones.</source>
        <translation>{path}, dòng {line}: {reason} Chưa nạp gì cả; hãy chia tệp thành các tệp nhỏ hơn.</translation>
    </message>
    <message>
        <source>the line is longer than {most} bytes.</source>
        <translation>dòng này dài hơn {most} byte.</translation>
    </message>
    <message>
        <source>there are more than {most} lines.</source>
        <translation>có nhiều hơn {most} dòng.</translation>
    </message>
    <message>
        <source>the file holds more than {most} bytes.</source>
        <translation>tệp chứa nhiều hơn {most} byte.</translation>
    </message>
    <message>
        <source>there are more than {most} drawings.</source>
        <translation>có nhiều hơn {most} hình vẽ.</translation>
    </message>
    <message>
        <source>all drawings have more than {most} strokes together.</source>
        <translation>tất cả hình vẽ cộng lại có nhiều hơn {most} nét vẽ.</translation>
    </message>
    <message>
        <source>all drawings have more than {most} points together.</source>
        <translation>tất cả hình vẽ cộng lại có nhiều hơn {most} điểm.</translation>
    </message>
    <message>
        <source>all sources have more than {most} letters together.</source>
        <translation>tất cả nguồn cộng lại có nhiều hơn {most} chữ cái.</translation>
    </message>
    <message>
        <source>it has more than {most} values.</source>
        <translation>dòng này có nhiều hơn {most} giá trị.</translation>
    </message>
    <message>
        <source>it is nested too deeply.</source>
        <translation>dữ liệu lồng nhau quá sâu.</translation>
    </message>
    <message>
        <source>it is not JSON, as each line of saved drawings is.</source>
        <translation>đây không phải là JSON như mỗi dòng của tệp hình vẽ đã lưu.</translation>
    </message>
    <message>
        <source>it is no object with “strokes”.</source>
        <translation>đây không phải là đối tượng có “strokes”.</translation>
    </message>
    <message>
        <source>it has the unknown entry “{entry}”.</source>
        <translation>có mục lạ “{entry}”.</translation>
    </message>
    <message>
        <source>its label is no whole number from 0 to 9.</source>
        <translation>nhãn không phải là số nguyên từ 0 đến 9.</translation>
    </message>
    <message>
        <source>its source is no text.</source>
        <translation>nguồn không phải là văn bản.</translation>
    </message>
    <message>
        <source>its pen is no whole number from 1 to {most}.</source>
        <translation>cỡ bút không phải là số nguyên từ 1 đến {most}.</translation>
    </message>
    <message>
        <source>its strokes are no list, or there is none.</source>
        <translation>các nét vẽ không phải là danh sách, hoặc không có nét nào.</translation>
    </message>
    <message>
        <source>it has more than {most} strokes.</source>
        <translation>có nhiều hơn {most} nét vẽ.</translation>
    </message>
    <message>
        <source>it has more than {most} points.</source>
        <translation>có nhiều hơn {most} điểm.</translation>
    </message>
    <message>
        <source>a stroke is no list of points, or there is none in it.</source>
        <translation>có nét vẽ không phải là danh sách điểm, hoặc không có điểm nào.</translation>
    </message>
    <message>
        <source>a point is not [x, y] with two numbers.</source>
        <translation>có điểm không phải là [x, y] với hai số.</translation>
    </message>
    <message>
        <source>a stroke&apos;s points must be numbers within ±{most}.</source>
        <translation>các điểm của nét vẽ phải là những số trong khoảng ±{most}.</translation>
    </message>
    <message>
        <source>All pens together are more than {most}. Nothing was added; add fewer files to the class&apos;s digits.</source>
        <translation>Tất cả các bút gộp lại nhiều hơn {most}. Chưa thêm gì cả; hãy thêm ít tệp hơn vào chữ số của lớp.</translation>
    </message>
    <message>
        <source>This run would take about {needed} MB of memory, and this computer has {allowed} MB to spare for it. Choose fewer units or layers, or a smaller batch size.</source>
        <translation>Lượt huấn luyện này sẽ cần khoảng {needed} MB bộ nhớ, mà máy tính này chỉ còn {allowed} MB cho nó. Hãy chọn ít đơn vị hoặc ít tầng hơn, hoặc kích thước batch nhỏ hơn.</translation>
    </message>
    <message>
        <source>On this computer one batch would take about {seconds} seconds, and more than {most} is too long to wait for. Choose a smaller batch size, or fewer units or layers.</source>
        <translation>Trên máy tính này một batch sẽ mất khoảng {seconds} giây, mà lâu hơn {most} giây thì phải đợi quá lâu. Hãy chọn kích thước batch nhỏ hơn, hoặc ít đơn vị hay ít tầng hơn.</translation>
    </message>
    <message>
        <source>The ready-made network has one hidden layer of 512 units with relu: only such a network can begin with its weights. Choose other first weights.</source>
        <translation>Mạng có sẵn có một tầng ẩn 512 đơn vị với relu: chỉ mạng như vậy mới bắt đầu được từ trọng số của nó. Hãy chọn trọng số ban đầu khác.</translation>
    </message>
    <message>
        <source>There are no digits of ours yet to train on: collect some first, or choose a share of 0 %.</source>
        <translation>Lớp chưa có chữ số nào để huấn luyện: hãy thu thập trước, hoặc chọn tỉ lệ 0%.</translation>
    </message>
    <message>
        <source>All our digits to learn from are digits that this recipe leaves out: there is nothing of ours to learn. Leave out fewer digits, or choose a share of 0 %.</source>
        <translation>Mọi chữ số của lớp dùng để học đều là những chữ số mà công thức này loại ra: không còn gì của lớp để học. Hãy loại ra ít chữ số hơn, hoặc chọn tỉ lệ 0%.</translation>
    </message>
    <message>
        <source>The class has as many digits as it can have: save our digits, then drop some or begin a new session.</source>
        <translation>Lớp đã có số chữ số tối đa: hãy lưu chữ số của lớp, rồi bỏ bớt vài chữ số hoặc bắt đầu phiên làm việc mới.</translation>
    </message>
    <message>
        <source>To train on our digits there must be at least {least} of them, one to learn from and one to test with, and there is {count}. Collect more.</source>
        <translation>Để huấn luyện trên chữ số của lớp cần có ít nhất {least} chữ số, một để học và một để kiểm tra, mà hiện có {count}. Hãy thu thập thêm.</translation>
    </message>
    <message>
        <source>{path} holds no drawing with a label, so there is nothing to learn from. Choose another file.</source>
        <translation>{path} không có hình vẽ nào có nhãn, nên không có gì để học. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>{path} holds mere dots with labels and no digit, so there is nothing to learn from. Choose another file.</source>
        <translation>{path} chỉ có những dấu chấm có nhãn, không có chữ số nào, nên không có gì để học. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>--mix says how large the share of a class&apos;s digits is: name their file by --data, too.</source>
        <translation>--mix cho biết tỉ lệ chữ số của lớp: hãy nêu cả tệp của chúng bằng --data.</translation>
    </message>
    <message>
        <source>All our digits are a {digit}: trained on them alone, a network says {digit} to everything. Collect others, too.</source>
        <translation>Mọi chữ số của lớp đều là số {digit}: nếu chỉ huấn luyện trên chúng, mạng sẽ trả lời {digit} cho mọi hình. Hãy thu thập cả những chữ số khác.</translation>
    </message>
    <message>
        <source>One pen has drawn all our digits, so single drawings are held out: they do not say how other people&apos;s digits are read.</source>
        <translation>Chỉ một bút đã vẽ mọi chữ số của lớp, nên chỉ giữ lại được từng hình vẽ riêng lẻ: chúng không cho biết mạng đọc chữ số của người khác ra sao.</translation>
    </message>
    <message>
        <source>All our drawings of {digits} are held out to test on: none of them is learnt from.</source>
        <translation>Mọi hình vẽ {digits} của lớp đều được giữ lại để kiểm tra: không hình nào được dùng để học.</translation>
    </message>
    <message>
        <source>A run is under way: let it end, pause it or stop it, and then measure what more data buys.</source>
        <translation>Một lượt đang chạy: hãy để nó kết thúc, tạm dừng hoặc dừng nó, rồi đo xem thêm dữ liệu được lợi gì.</translation>
    </message>
    <message>
        <source>TensorFlow is still being loaded. Try again in a moment.</source>
        <translation>TensorFlow vẫn đang được nạp. Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>None of our digits is held out, so there is nothing to test on. Choose a share above.</source>
        <translation>Không có chữ số nào của lớp được giữ lại nên không có gì để kiểm tra. Hãy chọn một tỉ lệ ở trên.</translation>
    </message>
    <message>
        <source>Our digits are still being turned into pictures. Try again in a moment.</source>
        <translation>Chữ số của lớp còn đang được chuyển thành ảnh. Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>The network as it was then could not be read; try another moment.</source>
        <translation>Không đọc được mạng lúc đó; hãy thử thời điểm khác.</translation>
    </message>
    <message>
        <source>{path} cannot be saved: there is no folder {folder}. Make it, or name another.</source>
        <translation>Không lưu được {path}: không có thư mục {folder}. Hãy tạo thư mục đó, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>{path} cannot be saved: it is a folder. Name a file in it.</source>
        <translation>Không lưu được {path}: đó là một thư mục. Hãy nêu tên một tệp trong đó.</translation>
    </message>
    <message>
        <source>{path} holds no drawing with a label, so there is nothing to compare answers with. Choose another file.</source>
        <translation>{path} không chứa hình vẽ nào có nhãn, nên không có gì để đối chiếu câu trả lời. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>On {system} programs come into the menu in another way; README says how, under “In the system&apos;s menu”.</source>
        <translation>Trên {system}, chương trình được đưa vào menu theo cách khác; README nói rõ cách làm ở mục “In the system&apos;s menu”.</translation>
    </message>
    <message>
        <source>The menu could not start digitpad, as {path} does not find it from every folder. Install it with “pip install .” or scripts/run.py, and try again.</source>
        <translation>Menu không khởi động được digitpad, vì {path} không tìm thấy nó từ mọi thư mục. Hãy cài digitpad bằng “pip install .” hoặc scripts/run.py rồi thử lại.</translation>
    </message>
    <message>
        <source>The menu could not start {path}: an entry can name no path with “=”, control characters or letters that are not UTF-8. Install digitpad in another folder.</source>
        <translation>Menu không khởi động được {path}: một mục trong menu không ghi được đường dẫn có dấu “=”, ký tự điều khiển hoặc chữ không thuộc UTF-8. Hãy cài digitpad vào thư mục khác.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. What was there before is unchanged; see to it that it can be written, and try again.</source>
        <translation>Không ghi được {path}: {reason}. Những gì có ở đó từ trước vẫn nguyên vẹn; hãy cho phép ghi vào đó rồi thử lại.</translation>
    </message>
    <message>
        <source>{path} could not be removed: {reason}. See to it that this folder can be written to, and try again.</source>
        <translation>Không xóa được {path}: {reason}. Hãy cho phép ghi vào thư mục đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The loss stopped being a number at batch {batch}: with a learning rate of {rate} the steps are so large that the weights overflow. Choose a smaller learning rate and train again.</source>
        <translation>Mất mát không còn là số nữa ở batch {batch}: với tốc độ học {rate}, các bước lớn đến mức trọng số bị tràn số. Hãy chọn tốc độ học nhỏ hơn rồi huấn luyện lại.</translation>
    </message>
    <message>
        <source>The weights stopped being numbers by batch {batch}: with a learning rate of {rate} the steps are so large that they overflow. Choose a smaller learning rate and train again.</source>
        <translation>Đến batch {batch} thì trọng số không còn là số nữa: với tốc độ học {rate}, các bước lớn đến mức chúng bị tràn số. Hãy chọn tốc độ học nhỏ hơn rồi huấn luyện lại.</translation>
    </message>
    <message>
        <source>Training stopped because of an error: {reason}. You can train again.</source>
        <translation>Việc huấn luyện đã dừng vì có lỗi: {reason}. Bạn có thể huấn luyện lại.</translation>
    </message>
    <message>
        <source>TensorFlow could not be started, so training is not possible; drawing still works. Install digitpad again, or run it on a computer whose processor has AVX. ({reason})</source>
        <translation>Không khởi động được TensorFlow nên không huấn luyện được; bạn vẫn vẽ được. Hãy cài lại digitpad, hoặc chạy nó trên một máy tính có bộ xử lý hỗ trợ AVX. ({reason})</translation>
    </message>
    <message>
        <source>This computer&apos;s processor has no AVX, without which TensorFlow cannot run, so training is not possible. Everything else works: drawing, the ready-made network, opened sessions.</source>
        <translation>Bộ xử lý của máy tính này không có AVX, thiếu nó TensorFlow không chạy được, nên không huấn luyện được. Mọi việc khác vẫn làm được: vẽ, mạng có sẵn, các phiên làm việc đã mở.</translation>
    </message>
    <message>
        <source>A file could not be read or written: {reason}.</source>
        <translation>Không đọc hoặc ghi được một tệp: {reason}.</translation>
    </message>
    <message>
        <source>a network saved by digitpad (.npz)</source>
        <translation>tệp mạng do digitpad lưu (.npz)</translation>
    </message>
    <message>
        <source>a session saved by digitpad</source>
        <translation>tệp phiên làm việc do digitpad lưu</translation>
    </message>
    <message>
        <source>a file of drawings</source>
        <translation>tệp hình vẽ</translation>
    </message>
    <message>
        <source>digitpad&apos;s MNIST file</source>
        <translation>tệp MNIST của digitpad</translation>
    </message>
    <message>
        <source>digitpad&apos;s file of what digits look like</source>
        <translation>tệp của digitpad về hình dáng các chữ số</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>lượt chạy</translation>
    </message>
    <message>
        <source>arrays</source>
        <translation>mảng</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>giá trị mất mát</translation>
    </message>
    <message>
        <source>figures in its header</source>
        <translation>con số trong phần đầu của tệp</translation>
    </message>
    <message>
        <source>The hidden layers must be “none”, or numbers of units such as 128,64 or 32:tanh,16, not {value}.</source>
        <translation>Các tầng ẩn phải là “none”, hoặc là số đơn vị của từng tầng như 128,64 hay 32:tanh,16, không phải {value}.</translation>
    </message>
    <message>
        <source>The digits left out must be some of 0 to 9, not {value}.</source>
        <translation>Các chữ số bị loại ra phải nằm trong khoảng 0 đến 9, không phải {value}.</translation>
    </message>
    <message>
        <source>All ten digits are left out: there is nothing to learn from. Keep at least one.</source>
        <translation>Cả mười chữ số đều bị loại ra: không còn gì để học. Hãy giữ ít nhất một chữ số.</translation>
    </message>
    <message>
        <source>“by_label” must be true or false, not {value}.</source>
        <translation>“by_label” phải là true hoặc false, không phải {value}.</translation>
    </message>
    <message>
        <source>Images that are shuffled are in no order: choose one of both, shuffled or in the order of the labels.</source>
        <translation>Ảnh đã xáo trộn thì không theo thứ tự nào: hãy chọn một trong hai, xáo trộn hoặc theo thứ tự nhãn.</translation>
    </message>
    <message>
        <source>“best_weights” must be true or false, not {value}.</source>
        <translation>“best_weights” phải là true hoặc false, không phải {value}.</translation>
    </message>
    <message>
        <source>Patience and best weights go by validation, and no images are held out for it. Hold out some, such as 10 %.</source>
        <translation>Độ kiên nhẫn và trọng số tốt nhất dựa vào tập kiểm định, nhưng chưa giữ lại ảnh nào để kiểm định. Hãy giữ lại một phần, chẳng hạn 10%.</translation>
    </message>
    <message>
        <source>The lesson&apos;s SGD by hand knows no weight decay: choose an optimizer of Keras&apos;, or a decay of 0.</source>
        <translation>SGD viết tay của bài học không có suy giảm trọng số: hãy chọn một bộ tối ưu của Keras, hoặc mức suy giảm 0.</translation>
    </message>
    <message>
        <source>Validation has chosen how {name} ends. To go on from one of its epochs, choose that in the time line and press Train: a new run begins there.</source>
        <translation>Tập kiểm định đã quyết định {name} kết thúc thế nào. Muốn huấn luyện tiếp từ một epoch của nó, hãy chọn epoch ấy trên dòng thời gian rồi bấm Huấn luyện: một lượt mới bắt đầu từ đó.</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>công thức</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>số epoch</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>kích thước batch</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>hạt giống</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>thuật toán tối ưu</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>cách khởi tạo trọng số</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>lịch tốc độ học</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>kiến trúc</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>tầng ẩn</translation>
    </message>
    <message>
        <source>number of units in a hidden layer</source>
        <translation>số đơn vị trong một tầng ẩn</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>hàm kích hoạt</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>dữ liệu huấn luyện</translation>
    </message>
    <message>
        <source>kind of images</source>
        <translation>loại ảnh</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>số ảnh</translation>
    </message>
    <message>
        <source>share of our digits</source>
        <translation>tỉ lệ chữ số của lớp</translation>
    </message>
    <message>
        <source>share of wrong labels</source>
        <translation>tỉ lệ nhãn sai</translation>
    </message>
    <message>
        <source>seed of the images</source>
        <translation>hạt giống của ảnh</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>mức suy giảm trọng số</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>độ kiên nhẫn</translation>
    </message>
    <message>
        <source>share held out for validation</source>
        <translation>phần giữ lại để kiểm định</translation>
    </message>
    <message>
        <source>way of the loop</source>
        <translation>cách chạy vòng lặp</translation>
    </message>
    <message>
        <source>No script was written, and nothing was trained. {reason}</source>
        <translation>Chưa ghi chương trình nào và chưa huấn luyện gì. {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be both the network and its script: one would take the other&apos;s place. Name two files.</source>
        <translation>{path} không thể vừa là mạng vừa là chương trình của nó: tệp này sẽ ghi đè lên tệp kia. Hãy đặt tên cho hai tệp.</translation>
    </message>
</context>
<context>
    <name>Exhibit</name>
    <message>
        <source>Esc, or a stroke: back to the canvas</source>
        <translation>Esc hoặc một nét vẽ: quay lại bảng vẽ</translation>
    </message>
    <message>
        <source>A pushed picture</source>
        <translation>Hình đã bị đẩy</translation>
    </message>
    <message>
        <source>MNIST’s picture: a test image</source>
        <translation>Ảnh của MNIST: ảnh kiểm tra</translation>
    </message>
    <message>
        <source>MNIST’s picture: a training image</source>
        <translation>Ảnh của MNIST: ảnh huấn luyện</translation>
    </message>
    <message>
        <source>A picture of our digits</source>
        <translation>Một ảnh trong các chữ số của lớp</translation>
    </message>
    <message>
        <source>A picture of our held-out digits</source>
        <translation>Hình trong các chữ số của lớp được giữ lại</translation>
    </message>
    <message>
        <source>A picture from {name}</source>
        <translation>Một ảnh từ {name}</translation>
    </message>
    <message>
        <source>{before} → {after}, by at most {greys} of 255 greys</source>
        <translation>{before} → {after}, đổi nhiều nhất {greys} trong 255 mức xám</translation>
    </message>
    <message>
        <source>Test image {number}, labelled {label}</source>
        <translation>Ảnh kiểm tra {number}, nhãn {label}</translation>
    </message>
    <message>
        <source>Training image {number}, labelled {label}</source>
        <translation>Ảnh huấn luyện {number}, nhãn {label}</translation>
    </message>
    <message>
        <source>Our drawing {number}, labelled {label}</source>
        <translation>Hình vẽ {number} của lớp, nhãn {label}</translation>
    </message>
    <message>
        <source>Held-out drawing {number}, labelled {label}</source>
        <translation>Hình được giữ lại {number}, nhãn {label}</translation>
    </message>
    <message>
        <source>Drawing {number}, labelled {label}</source>
        <translation>Hình vẽ {number}, nhãn {label}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export run</source>
        <translation>Xuất lượt chạy</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng số liệu</translation>
    </message>
    <message>
        <source>Python, the lesson&apos;s way</source>
        <translation>Python, theo cách của bài học</translation>
    </message>
    <message>
        <source>Python, Keras&apos; way</source>
        <translation>Python, theo cách của Keras</translation>
    </message>
    <message>
        <source>Notebook, the lesson&apos;s way</source>
        <translation>Notebook, theo cách của bài học</translation>
    </message>
    <message>
        <source>Notebook, Keras&apos; way</source>
        <translation>Notebook, theo cách của Keras</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>Mang về nhà</translation>
    </message>
    <message>
        <source>Picture for print, 20 cm wide</source>
        <translation>Ảnh để in, rộng 20 cm</translation>
    </message>
    <message>
        <source>Picture as on the screen</source>
        <translation>Ảnh như trên màn hình</translation>
    </message>
    <message>
        <source>Drawing of any size</source>
        <translation>Hình vectơ với kích thước bất kỳ</translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation>Xuất đồ thị</translation>
    </message>
    <message>
        <source>Copied: it can be pasted into a document now.</source>
        <translation>Đã sao chép: giờ có thể dán vào một tài liệu.</translation>
    </message>
    <message>
        <source>Export network for Keras</source>
        <translation>Xuất mạng cho Keras</translation>
    </message>
    <message>
        <source>Keras models</source>
        <translation>Mô hình Keras</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Đã lưu {path}</translation>
    </message>
</context>
<context>
    <name>FallScale</name>
    <message>
        <source>The loss before and after the step</source>
        <translation>Mất mát trước và sau bước</translation>
    </message>
    <message>
        <source>before {before}, after {after}</source>
        <translation>trước {before}, sau {after}</translation>
    </message>
    <message>
        <source>guessed {guess}</source>
        <translation>đã đoán {guess}</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>đoán</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>A file could not be read or written</source>
        <translation>Không đọc hoặc ghi được một tệp</translation>
    </message>
    <message>
        <source>This session could not be kept for the next time</source>
        <translation>Không giữ lại được phiên làm việc này cho lần sau</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Nothing was saved</source>
        <translation>Chưa lưu gì cả</translation>
    </message>
    <message>
        <source>Nothing was opened</source>
        <translation>Chưa mở gì cả</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Thay thế tệp?</translation>
    </message>
    <message>
        <source>{name} exists already. Shall it be replaced?</source>
        <translation>{name} đã tồn tại. Bạn có muốn thay thế nó không?</translation>
    </message>
</context>
<context>
    <name>GlyphView</name>
    <message>
        <source>What the network sees</source>
        <translation>Mạng nhìn thấy gì</translation>
    </message>
    <message>
        <source>The 28 × 28 grey pixels that are handed to the network</source>
        <translation>28 × 28 điểm ảnh xám được đưa vào mạng</translation>
    </message>
</context>
<context>
    <name>GradientsCard</name>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>Unit whose gradients are shown</source>
        <translation>Đơn vị có gradient đang hiện</translation>
    </message>
    <message>
        <source>Previous unit with a gradient</source>
        <translation>Đơn vị trước có gradient</translation>
    </message>
    <message>
        <source>The unit before whose weights have a gradient other than 0</source>
        <translation>Đơn vị trước đó có trọng số với gradient khác 0</translation>
    </message>
    <message>
        <source>Next unit with a gradient</source>
        <translation>Đơn vị kế có gradient</translation>
    </message>
    <message>
        <source>The next unit whose weights have a gradient other than 0</source>
        <translation>Đơn vị kế tiếp có trọng số với gradient khác 0</translation>
    </message>
</context>
<context>
    <name>GuessBar</name>
    <message>
        <source>That is our guess</source>
        <translation>Chúng tôi đoán thế</translation>
    </message>
    <message>
        <source>Guessed loss</source>
        <translation>Mất mát được đoán</translation>
    </message>
    <message>
        <source>Guess first: will {name} = {value} go up or down?</source>
        <translation>Đoán trước: {name} = {value} sẽ lên hay xuống?</translation>
    </message>
    <message>
        <source>Guess first: the loss is {before}. Will it fall, and to what?</source>
        <translation>Đoán trước: mất mát là {before}. Nó sẽ giảm không, còn bao nhiêu?</translation>
    </message>
    <message>
        <source>to about {loss}</source>
        <translation>còn khoảng {loss}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>&lt;h2&gt;A first visit&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Lần đầu làm quen&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Train&lt;/b&gt;: the network looks at 60,000 handwritten digits, 128 at a time, and after each batch moves its weights a little downhill. The curve is the loss of every batch, the untrained network&apos;s at 0; the bars move with the weights.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Hãy huấn luyện&lt;/b&gt;: mạng xem 60.000 chữ số viết tay, mỗi lần 128 chữ số, và sau mỗi batch lại dịch các trọng số xuống dốc một chút. Đường cong là mất mát của từng batch, ở số 0 là của mạng chưa huấn luyện; các thanh thay đổi theo trọng số.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Watch the fall&lt;/b&gt;: the slider beside Train says how many batches pass in a second. “Watch the fall” begins slowly and ends fast; at full speed (F9) the fall is over in a tenth of a second.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Xem mất mát giảm&lt;/b&gt;: thanh trượt cạnh nút Huấn luyện cho biết mỗi giây có bao nhiêu batch đi qua. “Xem mất mát giảm” bắt đầu chậm và kết thúc nhanh; ở tốc độ tối đa (F9), mất mát giảm xong trong một phần mười giây.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Draw again.&lt;/b&gt; Page Up brings back what was drawn before.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Hãy vẽ lại.&lt;/b&gt; Phím Page Up đưa hình vẽ trước đó trở lại.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Training in your hand&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Việc huấn luyện trong tay bạn&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Look&lt;/b&gt; at the bars: they show how probable the network finds each digit. A ready-made network answers first; &lt;b&gt;Reset&lt;/b&gt; gives the untrained one, which can only guess, and &lt;b&gt;Undo training&lt;/b&gt; takes that back. “Sure” means 90 % or more for a drawing that looks like that digit; one that does not look like it is said to be so.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Hãy nhìn&lt;/b&gt; các thanh: chúng cho biết mạng thấy mỗi chữ số có xác suất bao nhiêu. Một mạng có sẵn trả lời trước; nút &lt;b&gt;Đặt lại&lt;/b&gt; đưa ra mạng chưa huấn luyện, nó chỉ biết đoán mò, còn &lt;b&gt;Hoàn tác huấn luyện&lt;/b&gt; trả lại những gì đã học. “Chắc chắn” nghĩa là từ 90% trở lên với một hình vẽ trông giống chữ số đó; hình vẽ nào trông không giống thì được nói rõ như vậy.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Draw&lt;/b&gt; a digit on the black square: with mouse, pen or finger. The eraser below it (Ctrl+E), or the right mouse button, rubs out what it touches; the pen beside it (Ctrl+Alt+P), or Ctrl+E once more, draws again. The keys 0 to 9 draw an example.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Hãy vẽ&lt;/b&gt; một chữ số lên ô vuông đen: bằng chuột, bút hoặc ngón tay. Cục tẩy bên dưới (Ctrl+E), hoặc nút chuột phải, xóa những gì nó chạm vào; cây bút bên cạnh (Ctrl+Alt+P), hoặc bấm Ctrl+E lần nữa, để vẽ tiếp. Các phím từ 0 đến 9 vẽ một ví dụ.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Change&lt;/b&gt; opens the recipe: what the next run is made of. &lt;b&gt;Pause&lt;/b&gt; a run in mid-fall, ask what happens next, and take a &lt;b&gt;Step&lt;/b&gt;: one batch, with Shift to the end of the epoch; &lt;b&gt;Undo training&lt;/b&gt; takes it back. The &lt;b&gt;learning rate&lt;/b&gt; can be changed while it trains; the plot marks where. The switch above the plot adds the &lt;b&gt;accuracy&lt;/b&gt;: a line for 1,000 of the test images while it trains, a dot for all 10,000 after each epoch. The wheel &lt;b&gt;zooms&lt;/b&gt; into the plot, dragging moves it, a double click (Ctrl+9) shows all. Every run is kept under &lt;b&gt;Runs&lt;/b&gt;, above the plot; a click on its name at the plot hides its curve. Rename it, let it answer, compare two side by side, continue one that was stopped, give a finished one another epoch, delete one (and undo that). &lt;b&gt;View, Probability history&lt;/b&gt; shows the moment the network gets your digit. &lt;b&gt;Train, The loop line by line&lt;/b&gt; shows what compiling buys.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nút &lt;b&gt;Đổi&lt;/b&gt; mở công thức: lượt chạy tiếp theo gồm những gì. Hãy &lt;b&gt;Tạm dừng&lt;/b&gt; khi mất mát đang giảm, hỏi xem điều gì sẽ xảy ra tiếp theo, rồi đi một &lt;b&gt;Bước&lt;/b&gt;: một batch, giữ Shift thì đến hết epoch; &lt;b&gt;Hoàn tác huấn luyện&lt;/b&gt; trả lại như trước bước đó. &lt;b&gt;Tốc độ học&lt;/b&gt; có thể thay đổi ngay trong lúc huấn luyện; đồ thị đánh dấu chỗ đổi. Nút chọn phía trên đồ thị thêm &lt;b&gt;độ chính xác&lt;/b&gt;: một đường cho 1.000 ảnh kiểm tra trong lúc huấn luyện, một chấm cho cả 10.000 ảnh sau mỗi epoch. Bánh xe chuột &lt;b&gt;phóng to&lt;/b&gt; đồ thị, kéo thì dời đi, nhấp đúp (Ctrl+9) thì hiện tất cả. Mọi lượt huấn luyện đều được giữ trong &lt;b&gt;Các lượt chạy&lt;/b&gt;, phía trên đồ thị: nhấp vào tên ở đồ thị thì ẩn đường cong. Bạn có thể đổi tên, cho nó trả lời, so sánh hai lượt cạnh nhau, tiếp tục một lượt đã dừng, cho một lượt đã xong chạy thêm một epoch, xóa một lượt (và hoàn tác việc xóa). &lt;b&gt;Xem, Lịch sử xác suất&lt;/b&gt; cho thấy lúc nào mạng nhận ra chữ số của bạn. &lt;b&gt;Huấn luyện, Vòng lặp từng dòng&lt;/b&gt; cho thấy biên dịch giúp nhanh hơn bao nhiêu.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The &lt;b&gt;time line&lt;/b&gt; looks back: drag it to one of its ticks, each a moment of which the run has kept its weights, or go by Alt+Left and Alt+Right. Answer and views show the network as it was then, while training goes on; F4 or Esc returns to now. A flag marks since when it reads what is drawn. &lt;b&gt;Train from here&lt;/b&gt; begins a new run at the moment that is shown.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Dòng thời gian&lt;/b&gt; dùng để xem lại: hãy kéo đến một vạch, mỗi vạch là một thời điểm mà lượt đã giữ lại trọng số, hoặc bấm Alt+Left và Alt+Right. Câu trả lời và các khung nhìn cho thấy mạng như lúc đó, trong khi việc huấn luyện vẫn tiếp tục; F4 hoặc Esc để trở về hiện tại. Lá cờ đánh dấu từ khi nào mạng đọc đúng hình vẽ. &lt;b&gt;Huấn luyện từ đây&lt;/b&gt; bắt đầu một lượt mới ở thời điểm đang xem.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Runs, Take it home&lt;/b&gt; makes a Python script or a notebook of a run, in the lesson&apos;s way or in Keras&apos;, which trains it again with TensorFlow and NumPy alone.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Lượt chạy, Mang về nhà&lt;/b&gt; biến một lượt huấn luyện thành chương trình Python hoặc notebook, theo cách của bài học hoặc của Keras, để huấn luyện lại chỉ với TensorFlow và NumPy.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Recipes can wait in a &lt;b&gt;queue&lt;/b&gt;, in the view Runs, and train one after the other. &lt;b&gt;Try learning rates&lt;/b&gt; (F5) and &lt;b&gt;Try optimizers&lt;/b&gt; (Shift+F5) fill it with runs that differ in this alone, show their curves by themselves, and say which was the best.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Các công thức có thể chờ trong một &lt;b&gt;hàng đợi&lt;/b&gt;, ở khung nhìn Các lượt chạy, và được huấn luyện lần lượt. &lt;b&gt;Thử các tốc độ học&lt;/b&gt; (F5) và &lt;b&gt;Thử các bộ tối ưu&lt;/b&gt; (Shift+F5) cho vào đó những lượt chỉ khác nhau ở điều đó, chỉ hiện đường cong của chúng, và cho biết lượt nào tốt nhất.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Write &lt;b&gt;several digits&lt;/b&gt; side by side, such as 42: each gets a box and an answer of its own, with a question mark where that is not sure. The bars and all views follow the one with the thick box: the newest, or the one chosen by the buttons below the canvas, by Ctrl+Page Up or Ctrl+Page Down. A &lt;b&gt;stray dot&lt;/b&gt; far from the digit gets a dashed ring and is left out of the answer; Ctrl+Delete removes all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Hãy viết &lt;b&gt;nhiều chữ số&lt;/b&gt; cạnh nhau, ví dụ 42: mỗi chữ số có khung và câu trả lời riêng, kèm dấu hỏi ở chỗ không chắc. Các thanh và mọi khung nhìn theo chữ số có khung đậm: chữ số mới nhất, hoặc chữ số được chọn bằng các nút dưới bảng vẽ, bằng Ctrl+Page Up hay Ctrl+Page Down. Một &lt;b&gt;chấm lạc&lt;/b&gt; ở xa chữ số được khoanh bằng nét đứt và không được tính vào câu trả lời; Ctrl+Delete xóa tất cả các chấm ấy.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Next test picture at random&lt;/b&gt; (Ctrl+I) hangs one of MNIST’s test images before the canvas, in a golden frame: answer and views follow it. Guess first; &lt;b&gt;Say which picture it is&lt;/b&gt; (Ctrl+Shift+I) tells its number and label. Esc or a stroke brings the canvas back, with what was drawn there. Pictures chosen in a gallery can hang there too (Ctrl+Alt+I), or be the next batch: &lt;b&gt;Train one batch on these pictures&lt;/b&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Ảnh kiểm tra ngẫu nhiên kế tiếp&lt;/b&gt; (Ctrl+I) treo một ảnh kiểm tra của MNIST trước bảng vẽ, trong khung vàng: câu trả lời và các khung nhìn theo nó. Hãy đoán trước; &lt;b&gt;Cho biết đó là ảnh nào&lt;/b&gt; (Ctrl+Shift+I) nói số thứ tự và nhãn. Esc hoặc một nét vẽ đưa bảng vẽ trở lại, với những gì đã vẽ. Ảnh đã chọn trong một bộ ảnh cũng treo được (Ctrl+Alt+I), hoặc là batch kế tiếp: &lt;b&gt;Huấn luyện một batch trên các ảnh này&lt;/b&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;For the last row: &lt;b&gt;F11&lt;/b&gt; gives the projector all of the screen, Ctrl and + enlarge the letters. The menu &lt;b&gt;View&lt;/b&gt; has colours and languages, and puts a view into a window of its own.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Để hàng ghế cuối cũng thấy: &lt;b&gt;F11&lt;/b&gt; dành cả màn hình cho máy chiếu, Ctrl và + làm chữ to hơn. Trình đơn &lt;b&gt;Xem&lt;/b&gt; có màu sắc và ngôn ngữ, và đưa một khung nhìn ra cửa sổ riêng.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;File, Save session&lt;/b&gt; keeps runs, drawings, the class’s digits and recipe in one file. What is not saved is written down within seconds and offered again after a crash; &lt;b&gt;Open last session again&lt;/b&gt; brings back the one before this.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Tệp, Lưu phiên làm việc&lt;/b&gt; giữ các lượt chạy, hình vẽ, chữ số của lớp và công thức trong một tệp. Những gì chưa lưu được ghi lại trong vài giây và được đề nghị khôi phục sau sự cố; &lt;b&gt;Mở lại phiên làm việc trước&lt;/b&gt; đưa phiên ngay trước phiên này trở lại.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A run also keeps moments: its weights after 0, 1, 3, 10, 30, 100 … batches, at its end, and around what is done to it by hand. A session’s file has them if &lt;b&gt;File, Keep moments in session files&lt;/b&gt; is chosen.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Một lượt còn giữ lại các thời điểm: trọng số của nó sau 0, 1, 3, 10, 30, 100 … batch, khi kết thúc, và ngay trước, ngay sau mỗi lần can thiệp bằng tay. Tệp phiên làm việc có cả chúng nếu chọn &lt;b&gt;Tệp, Giữ thời điểm trong tệp phiên làm việc&lt;/b&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;What the fields mean&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Ý nghĩa của các ô&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Images&lt;/b&gt;: MNIST as it is, or varied anew each epoch for other pens, shuffled or in its own order. &lt;b&gt;Epochs&lt;/b&gt;: how often every image is shown. &lt;b&gt;Batch size&lt;/b&gt;: images looked at before the weights change once. &lt;b&gt;Learning rate&lt;/b&gt;: how long each step downhill is; too long, and the loss overflows. &lt;b&gt;Schedule&lt;/b&gt;: how it goes through the run. &lt;b&gt;Optimizer&lt;/b&gt;: who turns gradients into steps; “SGD by hand” is the three lines of the lesson. &lt;b&gt;First weights&lt;/b&gt;: how the weights are drawn before training. &lt;b&gt;Seed&lt;/b&gt;: the same seed gives the same run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Dạng ảnh&lt;/b&gt;: MNIST nguyên gốc, hoặc được biến đổi mới ở mỗi epoch để hợp với những cây bút khác, xáo trộn hoặc theo thứ tự vốn có. &lt;b&gt;Số epoch&lt;/b&gt;: mỗi ảnh được xem bao nhiêu lần. &lt;b&gt;Kích thước batch&lt;/b&gt;: số ảnh được xem trước khi trọng số thay đổi một lần. &lt;b&gt;Tốc độ học&lt;/b&gt;: mỗi bước xuống dốc dài bao nhiêu; dài quá thì mất mát bị tràn số. &lt;b&gt;Lịch tốc độ học&lt;/b&gt;: tốc độ học thay đổi thế nào trong suốt lượt huấn luyện. &lt;b&gt;Bộ tối ưu&lt;/b&gt;: thứ biến gradient thành các bước; “SGD tự viết” là ba dòng lệnh của bài học. &lt;b&gt;Trọng số đầu&lt;/b&gt;: trọng số được lấy ngẫu nhiên thế nào trước khi huấn luyện. &lt;b&gt;Hạt giống&lt;/b&gt;: cùng một hạt giống cho cùng một lượt huấn luyện.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Inside one step&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Bên trong một bước&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The view &lt;b&gt;Step&lt;/b&gt; goes through one training step on the lesson’s own lines. Left stands the code, with the line that Python runs next; right, what the lines have made. &lt;b&gt;Next card&lt;/b&gt; (F6) goes on to the next part, &lt;b&gt;Next line&lt;/b&gt; (Ctrl+F6) by a line, &lt;b&gt;Back&lt;/b&gt; (Shift+F6) shows what was; past the update it takes that back. A run that trains pauses; without one, Next card begins one. After seven cards the run has learnt from one batch more:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Khung nhìn &lt;b&gt;Từng bước&lt;/b&gt; đi qua một bước huấn luyện trên chính các dòng mã của bài học. Bên trái là mã, với dòng mà Python sắp chạy; bên phải là những gì các dòng đã tạo ra. &lt;b&gt;Thẻ kế tiếp&lt;/b&gt; (F6) đi đến phần sau, &lt;b&gt;Dòng kế tiếp&lt;/b&gt; (Ctrl+F6) đi một dòng, &lt;b&gt;Quay lại&lt;/b&gt; (Shift+F6) cho xem lúc trước; quá lần cập nhật thì lần cập nhật đó được hoàn tác. Lượt đang huấn luyện sẽ tạm dừng; nếu chưa có lượt nào, Thẻ kế tiếp bắt đầu một lượt. Sau bảy thẻ, lượt đó đã học thêm đúng một batch:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Batch&lt;/b&gt;: the pictures that the step learns from, and their labels.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Batch&lt;/b&gt;: các ảnh mà bước này học, cùng nhãn của chúng.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Forward&lt;/b&gt;: each layer’s multiplication, and the answers. Click on a picture, or go there by the arrow keys, to see its own.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Truyền xuôi&lt;/b&gt;: phép nhân của từng tầng, và các câu trả lời. Bấm vào một ảnh, hoặc đi đến đó bằng phím mũi tên, để xem riêng ảnh đó.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Loss&lt;/b&gt;: −log of the probability that each picture’s label got.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Mất mát&lt;/b&gt;: −log của xác suất mà nhãn của từng ảnh nhận được.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Mean&lt;/b&gt;: one number for the batch, the next dot of the plot.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Trung bình&lt;/b&gt;: một con số cho cả batch, điểm kế tiếp của đồ thị.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Gradients&lt;/b&gt;: how the loss changes with each weight. &lt;b&gt;Check this slope&lt;/b&gt;: choose a weight in the picture, push it with the slider, and see whether the losses follow the tangent.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Gradient&lt;/b&gt;: mất mát thay đổi thế nào theo từng trọng số. &lt;b&gt;Kiểm tra độ dốc này&lt;/b&gt;: chọn một trọng số trong ảnh, đẩy nó bằng thanh trượt, và xem các mất mát có đi theo tiếp tuyến không.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Update&lt;/b&gt;: the weight’s step, as a pocket calculator finds it, and how far each tensor has moved.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Cập nhật&lt;/b&gt;: bước đi của trọng số, tính được bằng máy tính bỏ túi, và mỗi tensor đã dịch chuyển bao xa.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Again&lt;/b&gt;: the same batch by the new weights: its loss, and which answers have changed.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Lần nữa&lt;/b&gt;: cùng batch đó với trọng số mới: mất mát của nó, và những câu trả lời nào đã đổi.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Guess first&lt;/b&gt; asks before the gradients whether the weight will go up or down, and before the last card to what the loss will fall; the truth is then drawn beside the guess.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Đoán trước&lt;/b&gt; hỏi trước thẻ Gradient xem trọng số sẽ lên hay xuống, và trước thẻ cuối xem mất mát sẽ giảm còn bao nhiêu; sau đó sự thật được vẽ bên cạnh lời đoán.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;My drawing&lt;/b&gt;: between two steps, say which digit it is, the right one or not. &lt;b&gt;Train once&lt;/b&gt; and &lt;b&gt;20 times&lt;/b&gt; learn from nothing else; a sentence says what that did to the drawing’s answer and to a sample of the test images. &lt;b&gt;Undo training&lt;/b&gt; (Ctrl+Shift+R) takes it back. With &lt;b&gt;joins the batch&lt;/b&gt; it is the first picture of the batches that you step through.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Hình của tôi&lt;/b&gt;: giữa hai bước, hãy nói đó là chữ số nào, đúng hay không đúng đều được. &lt;b&gt;Một lần&lt;/b&gt; và &lt;b&gt;20 lần&lt;/b&gt; chỉ học từ hình này; một câu cho biết điều đó làm gì với câu trả lời cho hình vẽ và với một phần ảnh kiểm tra. &lt;b&gt;Hoàn tác huấn luyện&lt;/b&gt; (Ctrl+Shift+R) lấy lại tất cả. Với &lt;b&gt;vào batch&lt;/b&gt;, hình này là ảnh đầu tiên của các batch mà bạn đi từng bước.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Stop, Reset, Train and Save session give up a step that waits at a line: its run is as before.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dừng, Đặt lại, Huấn luyện và Lưu phiên làm việc bỏ dở bước đang chờ ở một dòng: lượt của nó trở lại như trước.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Which ones does it get wrong?&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Mạng đọc sai những chữ số nào?&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The view &lt;b&gt;Test&lt;/b&gt; lets the network that answers read MNIST’s test images, a sample of its training images, our digits, or a file of drawings: after each epoch, each pause, and whenever another network answers. A row of the &lt;b&gt;matrix&lt;/b&gt; is a true digit, a column an answer; the larger a square, the more mistakes. A click on a cell, or Enter, shows its pictures, the surest first; the arrow keys go from cell to cell, Home goes to the row’s head, and Enter there shows the whole row. Grey figures are those of an earlier network, or of earlier labels.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Khung nhìn &lt;b&gt;Kiểm tra&lt;/b&gt; cho mạng đang trả lời đọc ảnh kiểm tra của MNIST, một mẫu ảnh huấn luyện, chữ số của lớp, hoặc một tệp hình vẽ: sau mỗi epoch, mỗi lần tạm dừng, và mỗi khi mạng khác trả lời. Một hàng của &lt;b&gt;ma trận&lt;/b&gt; là một chữ số thật, một cột là một câu trả lời; ô vuông càng lớn, lỗi càng nhiều. Nhấp vào một ô, hoặc Enter, sẽ hiện các ảnh của ô, chắc chắn nhất trước; các phím mũi tên đi từ ô này sang ô khác, Home đến đầu hàng, và Enter ở đó hiện cả hàng. Số màu xám là của một mạng trước đó, hoặc của những nhãn trước đó.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Suspected labels&lt;/b&gt; are the pictures where the network is sure of another digit than the label says: MNIST has some that are labelled wrongly. While two networks are compared, &lt;b&gt;difference&lt;/b&gt; shows what the one has more of than the other: full squares are worse, hollow ones better.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Nhãn đáng ngờ&lt;/b&gt; là những ảnh mà mạng chắc chắn là chữ số khác với nhãn: MNIST có vài ảnh bị gán nhãn sai. Khi so sánh hai mạng, &lt;b&gt;chênh lệch&lt;/b&gt; cho thấy mạng này có nhiều ảnh hơn mạng kia ở những ô nào: ô vuông đặc là kém hơn, ô rỗng là tốt hơn.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Who is right?&lt;/b&gt; hides labels and answers. The class says what a picture is (keys 0 to 9), sees both, and goes on with Enter; the score is of the class against the network. The pictures are those that are open; if none are, all mistakes, and as many of which the network was right, but hardly sure.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Ai đúng?&lt;/b&gt; giấu nhãn và câu trả lời. Lớp nói ảnh là chữ số nào (phím 0 đến 9), thấy cả hai, rồi đi tiếp bằng Enter; tỉ số là của lớp với mạng. Đó là những ảnh đang mở; nếu không mở ảnh nào, đó là mọi lỗi và chừng ấy ảnh mà mạng đọc đúng nhưng ít chắc chắn nhất.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;What matters? A lesson of experiments&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Điều gì quan trọng? Một bài học bằng thí nghiệm&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;An experiment changes one thing of the recipe and trains again. All else stays, the seed too, so what differs in the curves comes of that one thing; runs’ names say what it is. Click &lt;b&gt;Change&lt;/b&gt;, let the class guess what will happen, and train:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mỗi thí nghiệm chỉ đổi một điều trong công thức rồi huấn luyện lại. Mọi thứ khác giữ nguyên, kể cả hạt giống, nên các đường cong khác nhau là do điều đó; tên các lượt cho biết đó là điều gì. Nhấp &lt;b&gt;Đổi&lt;/b&gt;, để cả lớp đoán điều sẽ xảy ra, rồi huấn luyện:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;One run proves little: with another &lt;b&gt;seed&lt;/b&gt; the same recipe ends a little better or worse. What is smaller than that may be chance. README has a table of such experiments, each with three seeds.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Một lượt chưa chứng minh được gì nhiều: với &lt;b&gt;hạt giống&lt;/b&gt; khác, cùng công thức ấy cho kết quả tốt hơn hoặc kém hơn một chút. Khác biệt nhỏ hơn thế có thể chỉ là ngẫu nhiên. README có bảng các thí nghiệm như vậy, mỗi thí nghiệm với ba hạt giống.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;No hidden layer&lt;/b&gt;: click × beside the layer. 784 pixels lead straight to ten digits, and 7,850 parameters are left. How much worse is it? The view Inside shows what each digit is then: one picture.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Không có tầng ẩn&lt;/b&gt;: nhấp × cạnh tầng. 784 điểm ảnh dẫn thẳng đến mười chữ số, chỉ còn 7.850 tham số. Mạng kém đi bao nhiêu? Khung nhìn Bên trong cho thấy khi đó mỗi chữ số là gì: một bức hình.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;100 images&lt;/b&gt;: write 100 in &lt;b&gt;Number of images&lt;/b&gt;. An epoch is one batch then, so choose 100 epochs. &lt;b&gt;Others&lt;/b&gt; chooses other images: how much does it matter which?&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;100 ảnh&lt;/b&gt;: ghi 100 vào ô &lt;b&gt;Số ảnh&lt;/b&gt;. Khi đó một epoch chỉ có một batch, nên hãy chọn 100 epoch. &lt;b&gt;Bộ khác&lt;/b&gt; chọn ngẫu nhiên những ảnh khác: chọn ảnh nào thì có quan trọng không?&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Wrong labels&lt;/b&gt;: tell the network a wrong digit for 20 %, then for 50 % of the images. The labels of the test stay true: how much does it still read right?&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Nhãn sai&lt;/b&gt;: nói cho mạng chữ số sai ở 20%, rồi 50% số ảnh. Nhãn của tập kiểm tra vẫn đúng: mạng còn đọc đúng được bao nhiêu?&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;A digit never seen&lt;/b&gt;: click the 7 away in &lt;b&gt;Digits that it sees&lt;/b&gt;, train, and draw a 7. What is it taken for, and how sure is the network?&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Một chữ số chưa từng thấy&lt;/b&gt;: nhấp bỏ số 7 ở &lt;b&gt;Chữ số mạng được thấy&lt;/b&gt;, huấn luyện, rồi vẽ số 7. Mạng đọc ra số nào, và chắc chắn đến đâu?&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Zeros&lt;/b&gt;: choose &lt;b&gt;First weights&lt;/b&gt;, all zeros. The loss stays at 2.3, which is −log of 1/10: it guesses. A sentence below the field says why. Without a hidden layer zeros do no harm.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Toàn số 0&lt;/b&gt;: ở &lt;b&gt;Trọng số đầu&lt;/b&gt; chọn toàn số 0. Mất mát đứng yên ở 2,3, tức là −log của 1/10: mạng chỉ đoán mò. Một câu bên dưới ô cho biết vì sao. Không có tầng ẩn thì số 0 không gây hại.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Overfitting&lt;/b&gt;: 1,000 images, batches of 32, 30 epochs, and 10 % &lt;b&gt;held out for validation&lt;/b&gt;: images that it never learns from. Switch on &lt;b&gt;Training, validation, test&lt;/b&gt; (Ctrl+Alt+V). In training the loss falls to 0, in validation it rises again after the best epoch (★): the network learns its images by heart, and the gap grows.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Quá khớp&lt;/b&gt;: 1.000 ảnh, batch 32 ảnh, 30 epoch, và 10% ở &lt;b&gt;Phần để kiểm định&lt;/b&gt;: những ảnh mạng không bao giờ học. Bật &lt;b&gt;Huấn luyện, kiểm định, kiểm tra&lt;/b&gt; (Ctrl+Alt+V). Trên tập huấn luyện mất mát giảm về 0, trên tập kiểm định nó tăng lại sau epoch tốt nhất (★): mạng học thuộc lòng các ảnh của mình, và khoảng cách lớn dần.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;What helps? Try &lt;b&gt;Patience&lt;/b&gt;, the best epoch’s weights, &lt;b&gt;weight decay&lt;/b&gt;, images that are shifted and scaled, and more images. Choose by validation: who chooses by the test set no longer knows how new images are read.&lt;/li&gt;</source>
        <translation>&lt;li&gt;Cách nào giúp được? Hãy thử &lt;b&gt;Độ kiên nhẫn&lt;/b&gt;, trọng số của epoch tốt nhất, &lt;b&gt;Suy giảm trọng số&lt;/b&gt;, ảnh dịch và co giãn, và nhiều ảnh hơn. Hãy chọn theo tập kiểm định: ai chọn theo tập kiểm tra thì không còn biết ảnh mới được đọc đúng đến đâu.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Keras beside it&lt;/b&gt;: train a recipe, choose &lt;b&gt;Train, Keras’ own fit&lt;/b&gt;, and train it once more. The view Keras (Ctrl+8) says how fast both were, and how little their losses differ.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Đặt Keras bên cạnh&lt;/b&gt;: huấn luyện một công thức, chọn &lt;b&gt;Huấn luyện, Hàm fit của chính Keras&lt;/b&gt;, rồi huấn luyện lại lần nữa. Khung nhìn Keras (Ctrl+8) cho biết cả hai nhanh bao nhiêu, và mất mát của chúng khác nhau ít đến đâu.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Take it home&lt;/b&gt;: choose a run in the view Runs and press Ctrl+H. The script trains it again on a computer without digitpad.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Mang về nhà&lt;/b&gt;: chọn một lượt trong khung nhìn Các lượt chạy rồi nhấn Ctrl+H. Chương trình Python ấy huấn luyện lại lượt này trên máy không có digitpad.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;What if it had only 100 images?&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Nếu mạng chỉ có 100 ảnh thì sao?&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Under &lt;b&gt;Data&lt;/b&gt; the recipe says what the next run learns from: how many images, evenly of each digit, and &lt;b&gt;Others&lt;/b&gt; chooses others of them; which digits it ever sees, so that a class can ask what it calls a 7 that it has never seen; whether images are shifted and scaled anew in each epoch; whether they are shuffled or come digit after digit; and how many labels are wrong. A line below says what an epoch is then. Runs’ names say in what their data differs.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ở phần &lt;b&gt;Dữ liệu&lt;/b&gt;, công thức cho biết lượt huấn luyện tiếp theo học từ gì: bao nhiêu ảnh, chia đều cho mỗi chữ số, và &lt;b&gt;Bộ khác&lt;/b&gt; chọn ngẫu nhiên những ảnh khác; mạng được thấy những chữ số nào, để lớp có thể hỏi mạng đọc số 7 chưa từng thấy ra số nào; ảnh có được dịch và co giãn lại trong mỗi epoch hay không; ảnh được xáo trộn hay lần lượt theo từng chữ số; và bao nhiêu nhãn bị sai. Một dòng bên dưới cho biết khi đó một epoch gồm những gì. Tên các lượt cho biết dữ liệu của chúng khác nhau ở đâu.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Does it know our sevens?&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Mạng có nhận ra số 7 của lớp ta không?&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The view &lt;b&gt;Class&lt;/b&gt; lets the pen go round. &lt;b&gt;Collect our digits&lt;/b&gt; (Ctrl+K) asks each pen for each digit, in an order drawn by lot: Enter takes the drawing, Backspace takes the last one back, Ctrl+Enter passes the pen. Nobody’s name is kept, only numbers of pens; the answer is hidden, so that it does not sway the hand. What is taken is written down at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Khung nhìn &lt;b&gt;Lớp&lt;/b&gt; cho bút chuyền quanh lớp. &lt;b&gt;Thu thập chữ số của lớp&lt;/b&gt; (Ctrl+K) yêu cầu mỗi bút viết từng chữ số, theo thứ tự ngẫu nhiên: Enter nhận hình vẽ, Backspace lấy lại hình vừa rồi, Ctrl+Enter chuyền bút. Không lưu tên ai, chỉ lưu số của bút; câu trả lời được ẩn để không ảnh hưởng đến tay viết. Hình đã nhận được ghi lại ngay.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;What does not look like its digit is set aside, until the class has looked at it under &lt;b&gt;Our digits&lt;/b&gt; and said what becomes of it: &lt;b&gt;Keep&lt;/b&gt;, another label (keys 0 to 9), or &lt;b&gt;Drop&lt;/b&gt; (Delete). All of that can be undone. The menu &lt;b&gt;Class&lt;/b&gt; adds digits of other groups and computers, none of them twice, saves ours, and exports them for Keras.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Hình không giống chữ số được yêu cầu được để riêng, cho đến khi lớp xem nó ở &lt;b&gt;Chữ số của lớp&lt;/b&gt; và quyết định: &lt;b&gt;Giữ&lt;/b&gt;, đặt nhãn khác (phím 0 đến 9), hoặc &lt;b&gt;Bỏ&lt;/b&gt; (Delete). Mọi việc đó đều hoàn tác được. Trình đơn &lt;b&gt;Lớp&lt;/b&gt; thêm chữ số của các nhóm và máy khác, không hình nào hai lần, lưu chữ số của lớp, và xuất chúng cho Keras.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;What do our digits buy?&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Chữ số của lớp được lợi gì?&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The page &lt;b&gt;Use&lt;/b&gt; of the view &lt;b&gt;Class&lt;/b&gt; (Ctrl+Alt+U) says which of our digits are learnt from and which are &lt;b&gt;held out&lt;/b&gt;: whole pens, where each drawing has one, so that a test asks how the digits of other people are read. Choose how many per cent. &lt;b&gt;Train on this&lt;/b&gt; begins a run on our digits, on MNIST or on both; &lt;b&gt;Test on those held out&lt;/b&gt; tests whichever network answers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Trang &lt;b&gt;Dùng&lt;/b&gt; của khung nhìn &lt;b&gt;Lớp&lt;/b&gt; (Ctrl+Alt+U) cho biết chữ số nào của lớp để học và chữ số nào được &lt;b&gt;giữ lại&lt;/b&gt;: trọn từng cây bút, nếu hình nào cũng có bút, để bài kiểm tra hỏi mạng đọc chữ số của người khác ra sao. Hãy chọn bao nhiêu phần trăm. &lt;b&gt;Huấn luyện trên đó&lt;/b&gt; bắt đầu một lượt trên chữ số của lớp, trên MNIST hoặc cả hai; &lt;b&gt;Kiểm tra trên phần giữ lại&lt;/b&gt; kiểm tra mạng đang trả lời.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What more data buys&lt;/b&gt; trains networks on more and more of our digits, each time with all of before, and all by the same number of updates: fewer drawings are shown more often. Dots are their accuracy on what is held out, bars one standard error: where they overlap, the difference may be chance. All ten digits are learnt, also those that the recipe leaves out. No run trains meanwhile, and none is added to the list.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Thêm dữ liệu được lợi gì&lt;/b&gt; huấn luyện các mạng trên ngày càng nhiều chữ số của lớp, lần nào cũng gồm mọi hình của lần trước, và đều với cùng số lần cập nhật: ít hình thì mỗi hình được xem nhiều lần hơn. Chấm là độ chính xác trên phần được giữ lại, vạch là một sai số chuẩn: vạch chồng lên nhau thì khác biệt có thể chỉ do ngẫu nhiên. Cả mười chữ số đều được học, kể cả những chữ số mà công thức loại ra. Trong lúc đó không lượt nào được huấn luyện, và danh sách không thêm lượt nào.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>
&lt;h2&gt;The lesson&apos;s own code&lt;/h2&gt;
&lt;p&gt;What trains is the page of the book itself: &lt;b&gt;digitpad/textbook/network.py&lt;/b&gt; and &lt;b&gt;training.py&lt;/b&gt;. Try it
at a Python prompt:&lt;/p&gt;
&lt;pre&gt;from digitpad.textbook.network import NaiveDense, NaiveSequential
from digitpad.textbook.training import fit&lt;/pre&gt;
&lt;p&gt;README goes on from there to a trained network.&lt;/p&gt;
</source>
        <translation>
&lt;h2&gt;Mã lệnh của chính bài học&lt;/h2&gt;
&lt;p&gt;Thứ đang huấn luyện chính là trang sách: &lt;b&gt;digitpad/textbook/network.py&lt;/b&gt; và &lt;b&gt;training.py&lt;/b&gt;. Hãy thử
ở dấu nhắc Python:&lt;/p&gt;
&lt;pre&gt;from digitpad.textbook.network import NaiveDense, NaiveSequential
from digitpad.textbook.training import fit&lt;/pre&gt;
&lt;p&gt;README đi tiếp từ đó đến một mạng đã huấn luyện.&lt;/p&gt;
</translation>
    </message>
    <message>
        <source>&lt;p&gt;The lesson begins and ends with &lt;b&gt;Keras&apos; own&lt;/b&gt; compile and fit. The view &lt;b&gt;Keras&lt;/b&gt; (Ctrl+8) shows them with the recipe&apos;s values; &lt;b&gt;Train, Keras&apos; own fit&lt;/b&gt; lets new runs train by them, on the same batches and from the same first weights: the losses are the same, and the view says how fast both are.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Bài học mở đầu và kết thúc bằng compile và fit của &lt;b&gt;chính Keras&lt;/b&gt;. Khung nhìn &lt;b&gt;Keras&lt;/b&gt; (Ctrl+8) cho thấy chúng với các giá trị của công thức; &lt;b&gt;Huấn luyện, Hàm fit của chính Keras&lt;/b&gt; cho các lượt chạy mới huấn luyện bằng chúng, trên cùng các batch và từ cùng trọng số ban đầu: mất mát như nhau, và khung nhìn cho biết cả hai nhanh bao nhiêu.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>on the canvas: train, pause, go on</source>
        <translation>trên bảng vẽ: huấn luyện, tạm dừng, tiếp tục</translation>
    </message>
    <message>
        <source>on the canvas: draw an example</source>
        <translation>trên bảng vẽ: vẽ một ví dụ</translation>
    </message>
    <message>
        <source>on a card of the view Step: choose a picture or a weight</source>
        <translation>trên thẻ của khung nhìn Từng bước: chọn ảnh hoặc trọng số</translation>
    </message>
    <message>
        <source>on our digits in the view Class: label what is chosen, drop it</source>
        <translation>trên chữ số của lớp trong khung nhìn Lớp: đặt nhãn cho hình đã chọn, bỏ đi</translation>
    </message>
    <message>
        <source>with a picture on the easel: back to the canvas</source>
        <translation>khi có ảnh trên giá vẽ: quay lại bảng vẽ</translation>
    </message>
    <message>
        <source>on the matrix of the view Test: go to a cell, show its pictures</source>
        <translation>trên ma trận của khung nhìn Kiểm tra: đến một ô, hiện ảnh của ô</translation>
    </message>
    <message>
        <source>in the view Inside: choose a pixel, a unit or a digit (Shift: to compare with), or none</source>
        <translation>trong khung nhìn Bên trong: chọn điểm ảnh, nơ-ron hoặc chữ số (Shift: để so sánh), hoặc không chọn gì</translation>
    </message>
    <message>
        <source>while the class votes: say a digit, go on</source>
        <translation>khi lớp bỏ phiếu: nói một chữ số, đi tiếp</translation>
    </message>
    <message>
        <source>on the time line: from moment to moment, to the first, to now</source>
        <translation>trên dòng thời gian: từ thời điểm này sang thời điểm khác, về đầu, về hiện tại</translation>
    </message>
    <message>
        <source>in the list of runs: rename</source>
        <translation>trong danh sách lượt chạy: đổi tên</translation>
    </message>
    <message>
        <source>digitpad guide</source>
        <translation>Hướng dẫn dùng digitpad</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Các phím</translation>
    </message>
    <message>
        <source>&lt;h3&gt;digitpad {version}&lt;/h3&gt;&lt;p&gt;A drawing pad that shows a class how a neural network learns to read digits.&lt;/p&gt;&lt;p&gt;Network and loop: after François Chollet, &lt;i&gt;Deep Learning with Python&lt;/i&gt;, chapter 2.&lt;br&gt;Images: MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.&lt;br&gt;Built with Qt for Python, TensorFlow, NumPy and pyqtgraph.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;digitpad {version}&lt;/h3&gt;&lt;p&gt;Một bảng vẽ cho cả lớp thấy mạng nơ-ron học đọc chữ số như thế nào.&lt;/p&gt;&lt;p&gt;Mạng và vòng lặp: theo François Chollet, &lt;i&gt;Deep Learning with Python&lt;/i&gt;, chương 2.&lt;br&gt;Ảnh: MNIST, của Yann LeCun, Corinna Cortes và Christopher J. C. Burges, CC BY-SA 3.0.&lt;br&gt;Được xây dựng bằng Qt for Python, TensorFlow, NumPy và pyqtgraph.&lt;/p&gt;&lt;p&gt;Giấy phép MIT.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About digitpad</source>
        <translation>Giới thiệu digitpad</translation>
    </message>
    <message>
        <source>&lt;h2&gt;What did it learn, and why does it say 4?&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Nó đã học được gì, và vì sao nó nói là 4?&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A lesson: draw a 4, click &lt;b&gt;Reset&lt;/b&gt; and open &lt;b&gt;Inside&lt;/b&gt; (Ctrl+7). The network is not trained yet.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Một tiết học: vẽ số 4, nhấp &lt;b&gt;Đặt lại&lt;/b&gt; rồi mở &lt;b&gt;Bên trong&lt;/b&gt; (Ctrl+7). Mạng lúc này chưa được huấn luyện.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A run of a file that has no moments, as those of earlier versions, cannot be looked back at: the time line says so.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Lượt trong tệp không có thời điểm nào, như tệp của các phiên bản trước, thì không xem lại được: dòng thời gian sẽ cho biết.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The view &lt;b&gt;Inside&lt;/b&gt; has three pages. &lt;b&gt;Why?&lt;/b&gt; takes the answer’s logit apart. Each pixel’s share lies over the drawing: orange argues for the digit, blue against it, and all of them and the biases add up to the logit. With relu that is exact; with tanh and sigmoid what is left over is written beside. Point at a pixel or at a unit’s light, click to keep it, or go there by the arrow keys; &lt;b&gt;rather than&lt;/b&gt; compares with another digit.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Khung nhìn &lt;b&gt;Bên trong&lt;/b&gt; có ba trang. &lt;b&gt;Vì sao?&lt;/b&gt; tách logit của câu trả lời thành từng phần. Phần của mỗi điểm ảnh nằm ngay trên hình vẽ: màu cam ủng hộ chữ số, màu lam phản đối, và tất cả cộng với hệ số điều chỉnh thì bằng logit. Với relu tổng này đúng chính xác; với tanh và sigmoid phần dư được ghi bên cạnh. Trỏ vào một điểm ảnh hay vào đèn của một nơ-ron, nhấp để giữ lại, hoặc đến đó bằng các phím mũi tên; &lt;b&gt;chứ không phải&lt;/b&gt; so sánh với một chữ số khác.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Weights&lt;/b&gt; shows each unit of the first layer as a picture, all on one scale: sorted by what they add to this answer, by size, or by how far they have come since the untrained network (&lt;b&gt;What changed&lt;/b&gt;). They move while the network trains. Point at one to see picture × drawing = sum, and what comes of it. A network without hidden layers has ten pictures, one for each digit.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Trọng số&lt;/b&gt; hiện mỗi nơ-ron của tầng đầu thành một hình, tất cả trên cùng một thang màu: xếp theo phần đóng góp vào câu trả lời này, theo độ lớn, hoặc theo mức thay đổi so với mạng chưa huấn luyện (&lt;b&gt;Phần thay đổi&lt;/b&gt;). Các hình biến đổi trong lúc mạng huấn luyện. Trỏ vào một hình để xem hình × hình vẽ = tổng, và kết quả từ đó. Mạng không có tầng ẩn thì có mười hình, mỗi chữ số một hình.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Change its mind&lt;/b&gt; ranks your strokes by what they argue for; erase one, and see what was promised beside what happens. A &lt;b&gt;small push&lt;/b&gt; changes the pixels so little that nobody is fooled but the network.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Đổi ý&lt;/b&gt; xếp các nét vẽ theo điều chúng ủng hộ; xóa một nét và so sánh dự tính với thực tế. Một &lt;b&gt;cú đẩy nhẹ&lt;/b&gt; đổi các điểm ảnh ít đến mức không đánh lừa được ai, trừ mạng.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Weights&lt;/b&gt;: they are noise. Click &lt;b&gt;Train&lt;/b&gt;, and watch them move until the run has ended.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Trọng số&lt;/b&gt;: chúng chỉ là nhiễu. Nhấp &lt;b&gt;Huấn luyện&lt;/b&gt; và xem chúng biến đổi cho đến khi lượt kết thúc.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;Go back on the &lt;b&gt;time line&lt;/b&gt;: press Home there for the untrained network, then → to batch 10, to 100, and End for now. What does it answer each time? The flag marks since when it stayed right.&lt;/li&gt;</source>
        <translation>&lt;li&gt;Quay lại trên &lt;b&gt;dòng thời gian&lt;/b&gt;: ở đó bấm Home để về mạng chưa huấn luyện, rồi → đến batch 10, đến 100, và End để về hiện tại. Mỗi lần nó trả lời gì? Lá cờ đánh dấu từ khi nào nó luôn trả lời đúng.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Why?&lt;/b&gt; Choose a pixel and read the sentences aloud, from “this pixel argues” to “therefore 4”; a pocket calculator finds the same numbers.&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Vì sao?&lt;/b&gt; Chọn một điểm ảnh và đọc to các câu, từ “điểm ảnh này ủng hộ” đến “vậy là 4”; máy tính bỏ túi cho cùng các con số.&lt;/li&gt;</translation>
    </message>
    <message>
        <source>&lt;li&gt;&lt;b&gt;Change its mind&lt;/b&gt;: guess which stroke argues most, and erase it. Undo that, and find a &lt;b&gt;small push&lt;/b&gt;: what did the network look at, and what do you?&lt;/li&gt;</source>
        <translation>&lt;li&gt;&lt;b&gt;Đổi ý&lt;/b&gt;: đoán xem nét nào ủng hộ mạnh nhất, rồi xóa nét đó. Hoàn tác rồi tìm một &lt;b&gt;cú đẩy nhẹ&lt;/b&gt;: mạng đã nhìn vào điều gì, còn bạn nhìn vào điều gì?&lt;/li&gt;</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>Biểu đồ tần số</translation>
    </message>
    <message>
        <source>from {low} to {high}, {zeros} near 0; heights are logarithms of the numbers of weights</source>
        <translation>từ {low} đến {high}, {zeros} gần 0; chiều cao là lôgarit của số trọng số</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>This pixel is paper and argues nothing.</source>
        <translation>Điểm ảnh này là giấy trắng, không đóng góp gì.</translation>
    </message>
    <message>
        <source>This pixel argues {share} against {digit}.</source>
        <translation>Điểm ảnh này phản đối {digit}: {share}.</translation>
    </message>
    <message>
        <source>This pixel argues {share} for {digit}.</source>
        <translation>Điểm ảnh này ủng hộ {digit}: {share}.</translation>
    </message>
    <message>
        <source>This pixel argues {share} for {digit} rather than {against}.</source>
        <translation>Điểm ảnh này ủng hộ {digit} hơn {against}: {share}.</translation>
    </message>
    <message>
        <source>All together: {total} more for {digit} than for {against}: therefore rather {digit}.</source>
        <translation>Cộng tất cả: {digit} hơn {against} là {total}, vậy nghiêng về {digit}.</translation>
    </message>
    <message>
        <source>{place} has {grey} of ink.</source>
        <translation>{place} có độ đậm {grey}.</translation>
    </message>
    <message>
        <source>{grey} × its weight {weight} = {share} for {digit}.</source>
        <translation>{grey} × trọng số của nó {weight} = {share} cho {digit}.</translation>
    </message>
    <message>
        <source>All together: {total}, the highest of ten: therefore {answer} ({percent}).</source>
        <translation>Cộng tất cả: {total}, cao nhất trong mười số: vậy là {answer} ({percent}).</translation>
    </message>
    <message>
        <source>All together: {total}, but {answer} has {other}: therefore {answer} ({percent}).</source>
        <translation>Cộng tất cả: {total}, nhưng {answer} có {other}: vậy là {answer} ({percent}).</translation>
    </message>
    <message>
        <source>It adds {grey} × {way} = {push} to the sum of unit {unit}.</source>
        <translation>Nó góp {grey} × {way} = {push} vào tổng của nơ-ron {unit}.</translation>
    </message>
    <message>
        <source>It adds {grey} × {way} = {push} to unit {unit} of hidden layer {layer}, by all ways that are on.</source>
        <translation>Nó góp {grey} × {way} = {push} vào nơ-ron {unit} của tầng ẩn {layer}, qua mọi đường đang bật.</translation>
    </message>
    <message>
        <source>Of this, {part} comes from this pixel.</source>
        <translation>Trong đó {part} là của điểm ảnh này.</translation>
    </message>
    <message>
        <source>Unit {unit}: sum {sum}, passed on as it is; × {gain} = {share} for {digit}.</source>
        <translation>Nơ-ron {unit}: tổng {sum}, được chuyển tiếp nguyên vẹn; × {gain} = {share} cho {digit}.</translation>
    </message>
    <message>
        <source>Unit {unit}: sum {sum}, {activation} makes {output} of it; × {gain} = {share} for {digit}.</source>
        <translation>Nơ-ron {unit}: tổng {sum}, qua {activation} thành {output}; × {gain} = {share} cho {digit}.</translation>
    </message>
    <message>
        <source>Unit {unit}: sum {sum}, {activation} makes 0 of it: it is off and says nothing.</source>
        <translation>Nơ-ron {unit}: tổng {sum}, qua {activation} thành 0: nó tắt, không góp gì.</translation>
    </message>
    <message>
        <source>{place}: {grey} of ink, {share} for {digit}</source>
        <translation>{place}: độ đậm {grey}, {share} cho {digit}</translation>
    </message>
    <message>
        <source>The weights have grown so large that the numbers overflow: there is nothing to add up.</source>
        <translation>Trọng số đã lớn đến mức bị tràn số: không có gì để cộng lại.</translation>
    </message>
    <message>
        <source>Hidden layer {layer}: {units} {activation}, {on} not 0</source>
        <translation>Tầng ẩn {layer}: {units} {activation}, {on} khác 0</translation>
    </message>
    <message>
        <source>Pixel row {row}, column {column}</source>
        <translation>Điểm ảnh hàng {row}, cột {column}</translation>
    </message>
    <message>
        <source>{digit} rather than {against}</source>
        <translation>{digit} chứ không phải {against}</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>điểm ảnh</translation>
    </message>
    <message>
        <source>The shares of all 784 pixels together: each one’s darkness × what it counts for</source>
        <translation>Phần đóng góp của cả 784 điểm ảnh cộng lại: độ đậm của mỗi điểm × sức nặng của nó</translation>
    </message>
    <message>
        <source>What the biases add, whatever is drawn, layer by layer up to the digits’ own: {shares}</source>
        <translation>Phần mà các hệ số điều chỉnh góp vào dù vẽ gì, từng tầng cho đến tầng của các chữ số: {shares}</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>hệ số điều chỉnh</translation>
    </message>
    <message>
        <source>remainder</source>
        <translation>phần dư</translation>
    </message>
    <message>
        <source>What is left over: tanh and sigmoid are curved, and the pixels’ shares follow their slope here, a straight line. With relu nothing is left over.</source>
        <translation>Phần dư: tanh và sigmoid là đường cong, còn phần đóng góp của điểm ảnh tính theo độ dốc tại đây, tức một đường thẳng. Với relu thì không dư gì.</translation>
    </message>
    <message>
        <source>logit of {digit}</source>
        <translation>logit của {digit}</translation>
    </message>
    <message>
        <source>The network’s score for {digit}; softmax makes the bars of the ten scores</source>
        <translation>Điểm số mạng chấm cho {digit}; softmax biến mười điểm số thành các thanh</translation>
    </message>
    <message>
        <source>{digit} over {against}</source>
        <translation>{digit} hơn {against}</translation>
    </message>
    <message>
        <source>By how much the logit of {digit} is above that of {against}</source>
        <translation>Logit của {digit} cao hơn của {against} bao nhiêu</translation>
    </message>
</context>
<context>
    <name>InsideView</name>
    <message>
        <source>Inside</source>
        <translation>Bên trong</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Vì sao?</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Trọng số</translation>
    </message>
    <message>
        <source>Change its mind</source>
        <translation>Đổi ý</translation>
    </message>
</context>
<context>
    <name>KerasPanel</name>
    <message>
        <source>This recipe by Keras</source>
        <translation>Công thức này bằng Keras</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy the listing, to paste it elsewhere</source>
        <translation>Sao chép đoạn mã để dán vào nơi khác</translation>
    </message>
    <message>
        <source>Keras&apos; listing</source>
        <translation>Đoạn mã của Keras</translation>
    </message>
    <message>
        <source>What really runs</source>
        <translation>Những gì thật sự chạy</translation>
    </message>
    <message>
        <source>The loop of new runs, and how fast it is</source>
        <translation>Vòng lặp của lượt mới, và tốc độ</translation>
    </message>
</context>
<context>
    <name>KerasView</name>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
</context>
<context>
    <name>LastSessions</name>
    <message>
        <source>&amp;Earlier sessions</source>
        <translation>Các phiên làm việc t&amp;rước</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln lượt chạy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln hình vẽ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) of ours</source>
        <translation>
            <numerusform>%Ln chữ số của lớp</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Layer &amp;{number}</source>
        <translation>Tầng &amp;{number}</translation>
    </message>
    <message>
        <source>Units of layer {number}</source>
        <translation>Số đơn vị của tầng {number}</translation>
    </message>
    <message>
        <source>How many units it has, 1 to 2048; the arrow keys double and halve them</source>
        <translation>Tầng có bao nhiêu đơn vị, từ 1 đến 2048; phím mũi tên nhân đôi hoặc chia đôi</translation>
    </message>
    <message>
        <source>Activation of layer {number}</source>
        <translation>Hàm kích hoạt của tầng {number}</translation>
    </message>
    <message>
        <source>What the layer makes of each unit&apos;s sum before handing it on</source>
        <translation>Tầng biến tổng của mỗi đơn vị thành gì trước khi chuyển tiếp</translation>
    </message>
    <message>
        <source>Take layer {number} away</source>
        <translation>Bỏ tầng {number}</translation>
    </message>
    <message>
        <source>Take this layer away</source>
        <translation>Bỏ tầng này</translation>
    </message>
</context>
<context>
    <name>LearningRateBox</name>
    <message>
        <source>How long each step downhill is: weight ← weight − learning rate · gradient</source>
        <translation>Mỗi bước xuống dốc dài bao nhiêu: trọng số ← trọng số − tốc độ học · gradient</translation>
    </message>
</context>
<context>
    <name>LedgerPicture</name>
    <message>
        <source>What each pixel argues</source>
        <translation>Mỗi điểm ảnh đóng góp gì</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%Ln more run(s): show the list</source>
        <translation>
            <numerusform>thêm %Ln lượt chạy: mở danh sách</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide this curve</source>
        <translation>Ẩn đường cong này</translation>
    </message>
    <message>
        <source>Show this curve</source>
        <translation>Hiện đường cong này</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>A light for each unit: orange above 0, blue below, the ground’s own colour at 0</source>
        <translation>Mỗi đơn vị một đèn: cam là trên 0, xanh là dưới 0, màu nền là 0</translation>
    </message>
</context>
<context>
    <name>LightsPanel</name>
    <message>
        <source>lights: outputs</source>
        <translation>đèn: đầu ra</translation>
    </message>
    <message>
        <source>lights: what they argue</source>
        <translation>đèn: phần đóng góp</translation>
    </message>
    <message>
        <source>What the lights show</source>
        <translation>Đèn cho thấy gì</translation>
    </message>
    <message>
        <source>What each unit puts out, or what that argues: output × what it counts for the digit</source>
        <translation>Đầu ra của mỗi nơ-ron, hoặc phần đóng góp: đầu ra × sức nặng của nó cho chữ số</translation>
    </message>
</context>
<context>
    <name>LogitRows</name>
    <message>
        <source>Logits and probabilities of the ten digits</source>
        <translation>Logit và xác suất của mười chữ số</translation>
    </message>
    <message>
        <source>The network’s score for each digit, its logit, and what softmax makes of the ten. A click or the arrow keys choose the digit that is explained, with Shift the one that it is compared with; Backspace follows the answer again.</source>
        <translation>Điểm số mạng chấm cho mỗi chữ số, tức logit, và xác suất mà softmax tính từ mười điểm số đó. Bấm chuột hoặc phím mũi tên để chọn chữ số cần giải thích, giữ Shift để chọn chữ số so sánh; Backspace để theo câu trả lời trở lại.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Larger letters do not fit this screen.</source>
        <translation>Chữ to hơn thì không vừa màn hình này.</translation>
    </message>
</context>
<context>
    <name>LoopTexts</name>
    <message>
        <source>compiled</source>
        <translation>đã biên dịch</translation>
    </message>
    <message>
        <source>line by line</source>
        <translation>từng dòng</translation>
    </message>
    <message>
        <source>Keras&apos; fit</source>
        <translation>fit của Keras</translation>
    </message>
    <message>
        <source>The images come by a PyDataset, which hands out this recipe&apos;s batches in their order: both loops learn from the same ones.</source>
        <translation>Ảnh được lấy qua một PyDataset, nó đưa ra các batch của công thức này theo đúng thứ tự: cả hai vòng lặp học từ cùng các batch.</translation>
    </message>
    <message>
        <source>That order is shuffled already, if the recipe says so.</source>
        <translation>Thứ tự ấy đã được xáo trộn sẵn, nếu công thức yêu cầu.</translation>
    </message>
    <message>
        <source>Keras reports means since the epoch began; this metric begins anew at each batch: its own loss.</source>
        <translation>Keras báo trung bình từ đầu epoch; độ đo này bắt đầu lại ở mỗi batch: mất mát của riêng batch đó.</translation>
    </message>
    <message>
        <source>• {code}: {note}</source>
        <translation>• {code}: {note}</translation>
    </message>
    <message>
        <source>The first weights are the ready-made network&apos;s.</source>
        <translation>Trọng số ban đầu là của mạng có sẵn.</translation>
    </message>
    <message>
        <source>The first weights are digitpad&apos;s, drawn by the recipe&apos;s seed.</source>
        <translation>Trọng số ban đầu là của digitpad, lấy ngẫu nhiên theo hạt giống của công thức.</translation>
    </message>
    <message>
        <source>A callback shows the losses, pauses and stops; going on is a new fit over what is left.</source>
        <translation>Một callback cho xem mất mát, tạm dừng và dừng; chạy tiếp là một lần fit mới trên phần còn lại.</translation>
    </message>
    <message>
        <source>It also sets each batch&apos;s learning rate.</source>
        <translation>Nó cũng đặt tốc độ học cho từng batch.</translation>
    </message>
    <message>
        <source>Keras has no update by hand: its SGD does the same.</source>
        <translation>Keras không có SGD viết tay: SGD của nó làm y như vậy.</translation>
    </message>
    <message>
        <source>{count} images/s</source>
        <translation>{count} ảnh/giây</translation>
    </message>
    <message>
        <source>known of a run of {count} batches or more</source>
        <translation>biết được từ một lượt chạy có ít nhất {count} batch</translation>
    </message>
    <message>
        <source>Train by this recipe in both ways: then it says here how far apart their losses are.</source>
        <translation>Hãy huấn luyện công thức này theo cả hai cách: khi đó ở đây sẽ ghi mất mát của chúng cách nhau bao nhiêu.</translation>
    </message>
    <message>
        <source>{ours} and {keras}: largest difference of a batch&apos;s loss {difference}, in {count} batches.</source>
        <translation>{ours} và {keras}: mất mát của một batch khác nhau nhiều nhất {difference}, trong {count} batch.</translation>
    </message>
    <message>
        <source>By validation it does what Keras has its EarlyStopping for: patience and best weights.</source>
        <translation>Theo tập kiểm định, nó làm việc mà Keras dành cho EarlyStopping: độ kiên nhẫn và trọng số tốt nhất.</translation>
    </message>
</context>
<context>
    <name>LossBars</name>
    <message>
        <source>Loss of each picture</source>
        <translation>Mất mát của từng ảnh</translation>
    </message>
    <message>
        <source>A bar for each picture: full where the answer is wrong, empty where it is right</source>
        <translation>Mỗi ảnh một cột: đặc nếu trả lời sai, rỗng nếu trả lời đúng</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>batch order</source>
        <translation>thứ tự batch</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>lớn nhất trước</translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Losses of the run so far</source>
        <translation>Các mất mát của lượt chạy đến nay</translation>
    </message>
    <message>
        <source>the new dot: batch {batch}, loss {loss}</source>
        <translation>chấm mới: batch {batch}, mất mát {loss}</translation>
    </message>
    <message>
        <source>The dot is where this loss will stand in the plot of all losses</source>
        <translation>Chấm là chỗ của mất mát này trong đồ thị các mất mát</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Let the axes follow the runs again (a double click on the plot)</source>
        <translation>Cho các trục theo các lượt chạy trở lại (nhấp đúp vào đồ thị)</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis</source>
        <translation>Hiện mất mát trên trục logarit</translation>
    </message>
    <message>
        <source>by batch</source>
        <translation>theo batch</translation>
    </message>
    <message>
        <source>by batch, log</source>
        <translation>theo batch, log</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>theo epoch</translation>
    </message>
    <message>
        <source>by seconds</source>
        <translation>theo giây</translation>
    </message>
    <message>
        <source>What the horizontal axis counts</source>
        <translation>Trục ngang đếm gì</translation>
    </message>
    <message>
        <source>&amp;Horizontal axis</source>
        <translation>Trục &amp;ngang</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Trục ngang</translation>
    </message>
    <message>
        <source>Show the axis to the end of the run from the beginning, or let it grow</source>
        <translation>Hiện trục đến hết lượt huấn luyện ngay từ đầu, hoặc để trục dài dần ra</translation>
    </message>
    <message>
        <source>mean of </source>
        <translation>trung bình </translation>
    </message>
    <message>
        <source>How many batches the thick curve is the mean of</source>
        <translation>Đường cong đậm là trung bình của bao nhiêu batch</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Làm mượt</translation>
    </message>
    <message>
        <source>Axes and smoothing</source>
        <translation>Các trục và làm mượt</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss axis</source>
        <translation>Trục mất mát &amp;logarit</translation>
    </message>
    <message>
        <source>From the beginning to the &amp;end of the run</source>
        <translation>Từ đầu đến &amp;cuối lượt chạy</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>Làm &amp;mượt</translation>
    </message>
    <message>
        <source>Train, and the loss of every batch appears here</source>
        <translation>Hãy huấn luyện, mất mát của từng batch sẽ hiện ra ở đây</translation>
    </message>
</context>
<context>
    <name>LossReading</name>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): loss {loss}</source>
        <translation>
            <numerusform>{run}, sau %Ln lần cập nhật: mất mát {loss}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>&amp;Probability history</source>
        <translation>Lịch sử &amp;xác suất</translation>
    </message>
    <message>
        <source>Loss and a&amp;ccuracy</source>
        <translation>&amp;Kèm độ chính xác</translation>
    </message>
    <message>
        <source>Trai&amp;ning, validation, test</source>
        <translation>H&amp;uấn luyện, kiểm định, kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss axis</source>
        <translation>Trục mất mát &amp;logarit</translation>
    </message>
    <message>
        <source>Show all of the plo&amp;t</source>
        <translation>Hiện t&amp;oàn bộ đồ thị</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Mất mát</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This drawing has as many strokes as it can hold: clear it, or erase some.</source>
        <translation>Hình vẽ này đã có số nét tối đa: hãy xóa hết, hoặc xóa bớt vài nét.</translation>
    </message>
</context>
<context>
    <name>MomentsChoice</name>
    <message>
        <source>The networks as they were during training are saved too: {size} MB for the present runs</source>
        <translation>Lưu cả các mạng như khi đang huấn luyện: {size} MB cho các lượt hiện có</translation>
    </message>
</context>
<context>
    <name>NetworkCost</name>
    <message>
        <source>{count}.</source>
        <translation>{count}.</translation>
    </message>
    <message>
        <source>{count}, less than {time} an epoch here.</source>
        <translation>{count}, trên máy này chưa đến {time} một epoch.</translation>
    </message>
    <message>
        <source>{count}, about {time} an epoch here.</source>
        <translation>{count}, trên máy này khoảng {time} một epoch.</translation>
    </message>
    <message>
        <source>All weights begin as 0, so a hidden layer gives 0 and no gradient comes through it: the answer stays the same for every picture.</source>
        <translation>Mọi trọng số bắt đầu bằng 0 nên tầng ẩn cho ra 0 và không gradient nào đi qua được: với ảnh nào câu trả lời cũng như nhau.</translation>
    </message>
    <message>
        <source>All weights begin as 0, so all units of a hidden layer have the same gradient and stay alike: it learns as if it had one unit.</source>
        <translation>Mọi trọng số bắt đầu bằng 0 nên các đơn vị của một tầng ẩn có cùng gradient và luôn giống nhau: tầng ấy học như thể chỉ có một đơn vị.</translation>
    </message>
    <message>
        <source>From all zeros no gradient comes through.</source>
        <translation>Bắt đầu toàn số 0: không gradient nào đi qua.</translation>
    </message>
    <message>
        <source>From all zeros all units stay alike.</source>
        <translation>Bắt đầu toàn số 0: các đơn vị luôn giống nhau.</translation>
    </message>
    <message>
        <source>Without a hidden layer zeros do no harm: each digit has a gradient of its own.</source>
        <translation>Không có tầng ẩn thì số 0 không gây hại: mỗi chữ số có gradient riêng.</translation>
    </message>
</context>
<context>
    <name>NetworkFiles</name>
    <message>
        <source>Save network</source>
        <translation>Lưu mạng</translation>
    </message>
    <message>
        <source>Open network</source>
        <translation>Mở mạng</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Đã lưu {path}</translation>
    </message>
    <message>
        <source>digitpad networks</source>
        <translation>Mạng của digitpad</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>The network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>Layers with their units; between them the shape of the weights W and the number of parameters</source>
        <translation>Các tầng với số đơn vị, ở giữa là kích thước của trọng số W và số tham số</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>điểm ảnh</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>through W {shape} to {layer}, {parameters} parameters</source>
        <translation>qua W {shape} đến {layer}, {parameters} tham số</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>First &amp;weights</source>
        <translation>T&amp;rọng số đầu</translation>
    </message>
    <message>
        <source>Where the first weights come from</source>
        <translation>Trọng số ban đầu lấy từ đâu</translation>
    </message>
    <message>
        <source>&amp;Add a layer</source>
        <translation>T&amp;hêm tầng</translation>
    </message>
    <message>
        <source>There are {most} hidden layers, and no network here has more</source>
        <translation>Đã có {most} tầng ẩn, ở đây không mạng nào có nhiều hơn</translation>
    </message>
    <message>
        <source>One more hidden layer before the answer, like the one before it</source>
        <translation>Thêm một tầng ẩn trước câu trả lời, giống tầng trước nó</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>&gt; {percent} %</source>
        <translation>&gt; {percent}%</translation>
    </message>
    <message>
        <source>&lt; {percent} %</source>
        <translation>&lt; {percent}%</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
</context>
<context>
    <name>OursNote</name>
    <message>
        <source>Our digits are being turned into pictures …</source>
        <translation>Chữ số của lớp đang được chuyển thành ảnh …</translation>
    </message>
    <message>
        <source>There are no digits of ours yet.</source>
        <translation>Lớp chưa có chữ số nào.</translation>
    </message>
    <message>
        <source>{learnt}, {held_out}.</source>
        <translation>{learnt}, {held_out}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) of ours to learn from</source>
        <translation>
            <numerusform>%Ln hình vẽ của lớp để học</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held-out drawing(s) to test with</source>
        <translation>
            <numerusform>giữ lại %Ln để kiểm tra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n pen(s): {pens})</source>
        <translation>
            <numerusform>(%n bút: {pens})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnBar</name>
    <message>
        <source>My drawing is behind the picture on the easel: back on the canvas (Esc) it can be learnt from.</source>
        <translation>Hình của tôi nằm sau ảnh trên giá vẽ: quay lại bảng vẽ (Esc) thì mới học từ nó được.</translation>
    </message>
    <message>
        <source>It does not join yet: say which digit it is.</source>
        <translation>Hình chưa vào batch: hãy cho biết đó là số nào.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) of nothing but the drawing as {label}: P({label}) {before} → {after}.</source>
        <translation>
            <numerusform>%Ln batch chỉ gồm hình vẽ này với nhãn {label}: P({label}) {before} → {after}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of our held-out digits it read {before} right, now {after}.</source>
        <translation>Trên phần chữ số giữ lại của lớp, mạng đã đọc đúng {before}, nay {after}.</translation>
    </message>
    <message>
        <source>Of a sample of the test images it read {before} right, now {after}.</source>
        <translation>Trên một mẫu ảnh kiểm tra, mạng đã đọc đúng {before}, nay {after}.</translation>
    </message>
    <message>
        <source>M&amp;y drawing is a</source>
        <translation>Hình của &amp;tôi là số</translation>
    </message>
    <message>
        <source>The digit that the class says its drawing is</source>
        <translation>Chữ số mà cả lớp cho là hình vẽ của mình</translation>
    </message>
</context>
<context>
    <name>PaceSlider</name>
    <message>
        <source>Pace of the training</source>
        <translation>Nhịp độ huấn luyện</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>chậm</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>nhanh</translation>
    </message>
    <message>
        <source>Watch the fall: slowly first, then faster and faster</source>
        <translation>Xem mất mát giảm: lúc đầu chậm, rồi nhanh dần</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Tốc độ tối đa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) a second</source>
        <translation>
            <numerusform>%Ln batch mỗi giây</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures of the batch</source>
        <translation>Các ảnh của batch</translation>
    </message>
</context>
<context>
    <name>PlotPicture</name>
    <message>
        <source>updates done</source>
        <translation>số lần cập nhật</translation>
    </message>
    <message>
        <source>updates done, logarithmic</source>
        <translation>số lần cập nhật, thang logarit</translation>
    </message>
    <message>
        <source>epochs done</source>
        <translation>số epoch đã qua</translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation>số giây huấn luyện</translation>
    </message>
    <message>
        <source>vertical lines: {run}</source>
        <translation>các đường dọc: {run}</translation>
    </message>
</context>
<context>
    <name>PredictionView</name>
    <message>
        <source>The network&apos;s answer</source>
        <translation>Câu trả lời của mạng</translation>
    </message>
    <message>
        <source>Sure: 90 % or more, and the drawing looks like that digit; else it is said that it does not.</source>
        <translation>Chắc chắn: từ 90% trở lên và hình vẽ trông giống chữ số đó; nếu không giống thì sẽ được nói rõ.</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Hãy vẽ một chữ số</translation>
    </message>
    <message>
        <source>hidden while we collect</source>
        <translation>ẩn trong khi thu thập</translation>
    </message>
    <message>
        <source>no answer: the numbers overflow</source>
        <translation>không có câu trả lời: bị tràn số</translation>
    </message>
    <message>
        <source>or {digit}: {percent}</source>
        <translation>hoặc {digit}: {percent}</translation>
    </message>
    <message>
        <source>not sure: {percent}</source>
        <translation>không chắc: {percent}</translation>
    </message>
    <message>
        <source>does not look like {digit}: {percent}</source>
        <translation>không giống số {digit}: {percent}</translation>
    </message>
    <message>
        <source>sure: {percent}</source>
        <translation>chắc chắn: {percent}</translation>
    </message>
    <message>
        <source>perhaps: {percent}</source>
        <translation>có lẽ: {percent}</translation>
    </message>
    <message>
        <source>{name}, batch {batch},</source>
        <translation>{name}, batch {batch},</translation>
    </message>
    <message>
        <source>{name} says {digit}</source>
        <translation>{name} trả lời {digit}</translation>
    </message>
    <message>
        <source>{name} has no answer</source>
        <translation>{name} không có câu trả lời</translation>
    </message>
</context>
<context>
    <name>PresetSection</name>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Mẫu có sẵn</translation>
    </message>
    <message>
        <source>A recipe from the lesson; changing a field makes it your own</source>
        <translation>Một công thức của bài học; đổi một ô thì nó thành công thức của riêng bạn</translation>
    </message>
    <message>
        <source>My own recipe</source>
        <translation>Công thức của riêng tôi</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities of the ten digits</source>
        <translation>Xác suất của mười chữ số</translation>
    </message>
    <message>
        <source>How probable the network finds each digit (softmax); together they make 100 %</source>
        <translation>Mạng thấy mỗi chữ số có xác suất bao nhiêu (softmax); cộng lại là 100%</translation>
    </message>
</context>
<context>
    <name>ProbabilityPlot</name>
    <message>
        <source>P({digit})</source>
        <translation>P({digit})</translation>
    </message>
    <message>
        <source>Probabilities of the drawn digit</source>
        <translation>Xác suất của chữ số đã vẽ</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Draw a digit and train: how sure the network is appears here</source>
        <translation>Hãy vẽ một chữ số rồi huấn luyện: mức độ chắc chắn của mạng sẽ hiện ra ở đây</translation>
    </message>
</context>
<context>
    <name>ProductPictures</name>
    <message>
        <source>The change of the unit’s weights × the drawing = what it has learnt to sum up</source>
        <translation>Thay đổi trọng số của nơ-ron × hình vẽ = phần của tổng mà nó đã học được</translation>
    </message>
    <message>
        <source>What has changed in the unit’s weights since the untrained network, times the greys of the drawing: what training has added to its sum</source>
        <translation>Trọng số của nơ-ron đã thay đổi bao nhiêu so với mạng chưa huấn luyện, nhân với độ đậm của hình vẽ: phần mà việc huấn luyện đã thêm vào tổng</translation>
    </message>
    <message>
        <source>The unit’s weights × the drawing = what it sums up</source>
        <translation>Trọng số của nơ-ron × hình vẽ = phần mà nó cộng lại</translation>
    </message>
    <message>
        <source>The unit’s weights as they are now, times the greys of the drawing: the sum of all products</source>
        <translation>Trọng số hiện tại của nơ-ron nhân với độ đậm của hình vẽ: tổng của mọi tích</translation>
    </message>
</context>
<context>
    <name>PushPanel</name>
    <message>
        <source>Back to the original</source>
        <translation>Về hình gốc</translation>
    </message>
    <message>
        <source>Put it on the easel</source>
        <translation>Đặt lên giá vẽ</translation>
    </message>
    <message>
        <source>Put the original back on the easel</source>
        <translation>Đặt lại hình gốc lên giá vẽ</translation>
    </message>
    <message>
        <source>Put the pushed picture on the easel: the answer and all views are about it then</source>
        <translation>Đặt hình đã bị đẩy lên giá vẽ: câu trả lời và mọi khung nhìn khi đó đều nói về hình này</translation>
    </message>
    <message>
        <source>Looking for a small push …</source>
        <translation>Đang tìm cú đẩy nhẹ …</translation>
    </message>
    <message>
        <source>How little must the pixels change for another answer?</source>
        <translation>Điểm ảnh chỉ cần đổi ít đến mức nào để có câu trả lời khác?</translation>
    </message>
    <message>
        <source>make it any other digit</source>
        <translation>thành chữ số khác bất kỳ</translation>
    </message>
    <message>
        <source>make it {digit}</source>
        <translation>thành {digit}</translation>
    </message>
    <message>
        <source>What the push is to make of it</source>
        <translation>Cú đẩy phải biến nó thành gì</translation>
    </message>
    <message>
        <source>As which digit the network is to read the pushed picture</source>
        <translation>Mạng phải đọc hình sau khi đẩy thành chữ số nào</translation>
    </message>
    <message>
        <source>Find a small push</source>
        <translation>Tìm cú đẩy nhẹ</translation>
    </message>
    <message>
        <source>Look for the faintest change of the pixels, in whole greys, that turns the answer</source>
        <translation>Tìm thay đổi nhỏ nhất của các điểm ảnh, tính bằng mức xám nguyên, làm đổi câu trả lời</translation>
    </message>
    <message>
        <source>Original, push and pushed picture</source>
        <translation>Hình gốc, cú đẩy và hình sau khi đẩy</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Lối tắt</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Bí danh</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không rõ</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Tăng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>Tìm t&amp;rong:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>L&amp;oại tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Chuyển sang dạng danh sách</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Chuyển sang dạng chi tiết</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Các tệp</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Danh sách các vị trí và dấu trang</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Vị trí gần đây</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi &amp;tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ bỏ</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Hiện tệp ẩn</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện cột </translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã tồn tại.
Bạn có muốn thay thế nó không?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp này.
Hãy kiểm tra xem tên tệp có đúng không.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Không tìm thấy thư mục này.
Hãy kiểm tra xem tên thư mục có đúng không.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>“%1” được bảo vệ chống ghi.
Bạn vẫn muốn xóa nó chứ?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Bạn có chắc chắn muốn xóa “%1” không?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Không xóa được thư mục.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích cỡ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa đổi</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Đóng mà không lưu</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>Cuộn đến đây</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Đầu</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Cuối</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Mép trái</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Mép phải</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Lên một trang</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Xuống một trang</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Sang trái một trang</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Sang phải một trang</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Cuộn lên</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Cuộn xuống</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Cuộn sang phải</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Cuộn sang phải</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Sao chép địa chỉ &amp;liên kết</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>rather than</source>
        <translation>chứ không phải</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>câu trả lời</translation>
    </message>
    <message>
        <source>– any –</source>
        <translation>– số khác –</translation>
    </message>
    <message>
        <source>Digit that is explained</source>
        <translation>Chữ số được giải thích</translation>
    </message>
    <message>
        <source>Digit to compare with</source>
        <translation>Chữ số so sánh</translation>
    </message>
    <message>
        <source>Whose logit is taken apart: the answer’s, whatever it is, or one digit’s</source>
        <translation>Phân tích logit của số nào: của câu trả lời, dù là số gì, hay của một chữ số được chọn</translation>
    </message>
    <message>
        <source>Take apart by how much the logit is above this digit’s: what speaks for the one and not the other</source>
        <translation>Phân tích xem logit cao hơn logit của chữ số này bao nhiêu: điều gì ủng hộ số này mà không ủng hộ số kia</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Validation</source>
        <translation>Kiểm định</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Đã huấn luyện</translation>
    </message>
    <message>
        <source>{progress}. After this run the queue pauses: {waiting}</source>
        <translation>{progress}. Sau lượt này hàng đợi tạm dừng: {waiting}</translation>
    </message>
    <message>
        <source>Rates: {rate}</source>
        <translation>Tốc độ: {rate}</translation>
    </message>
    <message>
        <source>Optimizers: {optimizer}</source>
        <translation>Bộ tối ưu: {optimizer}</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tốc độ học</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Bộ tối ưu</translation>
    </message>
    <message>
        <source>▶ under way</source>
        <translation>▶ đang chạy</translation>
    </message>
    <message>
        <source>… waits, and will go on</source>
        <translation>… đang chờ, rồi sẽ chạy tiếp</translation>
    </message>
    <message>
        <source>✓ done: {accuracy} in the test</source>
        <translation>✓ xong: {accuracy} trên tập kiểm tra</translation>
    </message>
    <message>
        <source>… waits</source>
        <translation>… đang chờ</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ xong</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ đã dừng</translation>
    </message>
    <message>
        <source>✕ diverged</source>
        <translation>✕ phân kỳ</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ thất bại</translation>
    </message>
    <message>
        <source>Run {place} of {count}</source>
        <translation>Lượt thứ {place} trong {count}</translation>
    </message>
    <message>
        <source>Run {place} of {count} · {left} left</source>
        <translation>Lượt thứ {place} trong {count} · còn {left}</translation>
    </message>
    <message>
        <source>None of these runs reached the end of its first epoch.</source>
        <translation>Không lượt nào đi hết epoch đầu tiên.</translation>
    </message>
    <message>
        <source>Best rate in validation: {value} with {accuracy}.</source>
        <translation>Tốc độ học tốt nhất trên tập kiểm định: {value}, đạt {accuracy}.</translation>
    </message>
    <message>
        <source>Best rate in the test: {value} with {accuracy}.</source>
        <translation>Tốc độ học tốt nhất trên tập kiểm tra: {value}, đạt {accuracy}.</translation>
    </message>
    <message>
        <source>Best optimizer in validation: {value} with {accuracy}.</source>
        <translation>Bộ tối ưu tốt nhất trên tập kiểm định: {value}, đạt {accuracy}.</translation>
    </message>
    <message>
        <source>Best optimizer in the test: {value} with {accuracy}.</source>
        <translation>Bộ tối ưu tốt nhất trên tập kiểm tra: {value}, đạt {accuracy}.</translation>
    </message>
    <message>
        <source>Nothing is held out for validation, so this order is the test&apos;s. To choose by it is to learn from the test: hold out a part for validation, in the recipe.</source>
        <translation>Không giữ lại phần nào để kiểm định, nên thứ tự này là theo tập kiểm tra. Chọn theo nó tức là học từ tập kiểm tra: hãy giữ lại một phần để kiểm định, trong công thức.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>phân kỳ</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} epoch</translation>
    </message>
    <message>
        <source>The queue has room for {most} runs. Left out: {runs}.</source>
        <translation>Hàng đợi chỉ đủ chỗ cho {most} lượt. Không thêm được: {runs}.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>What waits, in its order: drag it, or press Alt with an arrow key; Delete removes it</source>
        <translation>Các lượt đang chờ, theo thứ tự: kéo để đổi chỗ, hoặc nhấn Alt với phím mũi tên; Delete để gỡ bỏ</translation>
    </message>
    <message>
        <source>Recipes put here train one after the other, while the class looks at what comes of it.</source>
        <translation>Các công thức đưa vào đây được huấn luyện lần lượt, trong khi cả lớp xem kết quả.</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Wait no longer for this file: nothing of it is opened</source>
        <translation>Không chờ tệp này nữa: không mở gì từ tệp</translation>
    </message>
    <message>
        <source>Still reading {name} …</source>
        <translation>Vẫn đang đọc {name} …</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>The article&apos;s Keras recipe</source>
        <translation>Công thức Keras của bài viết</translation>
    </message>
    <message>
        <source>The article&apos;s from-scratch recipe</source>
        <translation>Công thức tự viết từ đầu của bài viết</translation>
    </message>
    <message>
        <source>Recognise my handwriting</source>
        <translation>Nhận ra chữ viết tay của tôi</translation>
    </message>
    <message>
        <source>SGD by hand</source>
        <translation>SGD tự viết</translation>
    </message>
    <message>
        <source>SGD (Keras)</source>
        <translation>SGD (Keras)</translation>
    </message>
    <message>
        <source>RMSprop (Keras)</source>
        <translation>RMSprop (Keras)</translation>
    </message>
    <message>
        <source>Adam (Keras)</source>
        <translation>Adam (Keras)</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot, phân phối đều</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He, phân phối đều</translation>
    </message>
    <message>
        <source>all zeros</source>
        <translation>toàn số 0</translation>
    </message>
    <message>
        <source>ready-made</source>
        <translation>có sẵn</translation>
    </message>
    <message>
        <source>Uniform 0 to 0.1</source>
        <translation>Phân phối đều từ 0 đến 0,1</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>không đổi</translation>
    </message>
    <message>
        <source>up, then down</source>
        <translation>tăng rồi giảm</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>không có hàm kích hoạt</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>không có tầng ẩn</translation>
    </message>
    <message>
        <source>{optimizer} · rate {rate} · batch {batch} · seed {seed}</source>
        <translation>{optimizer} · tốc độ {rate} · batch {batch} · hạt giống {seed}</translation>
    </message>
    <message>
        <source>from the ready-made network</source>
        <translation>từ mạng có sẵn</translation>
    </message>
    <message>
        <source>first weights: {initializer}</source>
        <translation>trọng số đầu: {initializer}</translation>
    </message>
    <message>
        <source>our digits alone</source>
        <translation>chỉ chữ số của lớp</translation>
    </message>
    <message>
        <source>our digits: {share}</source>
        <translation>chữ số của lớp: {share}</translation>
    </message>
    <message>
        <source>wrong labels: {share}</source>
        <translation>nhãn sai: {share}</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>shifted and scaled</source>
        <translation>dịch và co giãn</translation>
    </message>
    <message>
        <source>varied as handwriting</source>
        <translation>biến đổi như chữ viết tay</translation>
    </message>
    <message>
        <source>in the order of the labels</source>
        <translation>theo thứ tự nhãn</translation>
    </message>
    <message>
        <source>An epoch has all of our digits to learn from.</source>
        <translation>Một epoch có mọi chữ số của lớp dùng để học.</translation>
    </message>
    <message>
        <source>one batch of {size} an epoch</source>
        <translation>mỗi epoch một batch gồm {size} ảnh</translation>
    </message>
    <message>
        <source>all of them {digit}</source>
        <translation>đều là chữ số {digit}</translation>
    </message>
    <message>
        <source>of each digit as many as MNIST has</source>
        <translation>số ảnh mỗi chữ số như trong MNIST</translation>
    </message>
    <message>
        <source>{count} of each digit</source>
        <translation>mỗi chữ số {count} ảnh</translation>
    </message>
    <message>
        <source>{few} or {more} of each digit</source>
        <translation>mỗi chữ số {few} hoặc {more} ảnh</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>nhãn đúng</translation>
    </message>
    <message>
        <source>images # {seed}</source>
        <translation>bộ ảnh số {seed}</translation>
    </message>
    <message>
        <source>all ten digits</source>
        <translation>đủ mười chữ số</translation>
    </message>
    <message>
        <source>without {digits}</source>
        <translation>không có {digits}</translation>
    </message>
    <message>
        <source>only {digits}</source>
        <translation>chỉ có {digits}</translation>
    </message>
    <message>
        <source>MNIST alone</source>
        <translation>chỉ MNIST</translation>
    </message>
    <message>
        <source>{ours}, set {name}</source>
        <translation>{ours}, bộ {name}</translation>
    </message>
    <message>
        <source>batches of {count}</source>
        <translation>batch {count}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>tốc độ {rate}</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>xáo trộn</translation>
    </message>
    <message>
        <source>in the files&apos; order</source>
        <translation>theo thứ tự trong tệp</translation>
    </message>
    <message>
        <source>validation: {share}</source>
        <translation>kiểm định: {share}</translation>
    </message>
    <message>
        <source>weight decay {decay}</source>
        <translation>suy giảm trọng số {decay}</translation>
    </message>
    <message>
        <source>no weight decay</source>
        <translation>không suy giảm trọng số</translation>
    </message>
    <message>
        <source>no patience</source>
        <translation>không có độ kiên nhẫn</translation>
    </message>
    <message>
        <source>best epoch’s weights</source>
        <translation>trọng số của epoch tốt nhất</translation>
    </message>
    <message>
        <source>last epoch’s weights</source>
        <translation>trọng số của epoch cuối</translation>
    </message>
</context>
<context>
    <name>RecipeSheet</name>
    <message>
        <source>The recipe of the next run</source>
        <translation>Công thức của lượt tiếp theo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Close the recipe and show the view again (Esc)</source>
        <translation>Đóng công thức và hiện lại khung nhìn (Esc)</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>&amp;Restore it</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>Bring back its runs and drawings; the present ones give way</source>
        <translation>Đưa các lượt chạy và hình vẽ của phiên đó trở lại; những gì đang có sẽ được thay thế</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Delete what was found of that session</source>
        <translation>Xóa những gì còn lại của phiên làm việc đó</translation>
    </message>
    <message>
        <source>Unsaved work of {moment} was found.</source>
        <translation>Đã tìm thấy công việc chưa lưu lúc {moment}.</translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message>
        <source>What the network is tested on</source>
        <translation>Mạng được kiểm tra trên gì</translation>
    </message>
    <message>
        <source>in per cent</source>
        <translation>theo phần trăm</translation>
    </message>
    <message>
        <source>Show each count as a share of its row: of all pictures of that digit</source>
        <translation>Hiện mỗi số đếm theo tỉ lệ trong hàng: trên tất cả ảnh của chữ số đó</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>chênh lệch</translation>
    </message>
    <message>
        <source>Show what this network’s matrix has more, or less, than that of the network compared with</source>
        <translation>Hiện ở mỗi ô ma trận của mạng này có nhiều hơn hay ít hơn bao nhiêu ảnh so với ma trận của mạng được so sánh</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Run {number}</source>
        <translation>Lượt {number}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Số epoch</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Số giây</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Huấn luyện</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Kiểm định</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Công thức</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>xóa {name}</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Khác ở</translation>
    </message>
    <message>
        <source>{set}
%</source>
        <translation>{set}
%</translation>
    </message>
    <message>
        <source>{set}
loss</source>
        <translation>Mất mát
{set}</translation>
    </message>
    <message>
        <source>{mark} best
epoch</source>
        <translation>{mark} epoch
tốt nhất</translation>
    </message>
    <message>
        <source>The epoch with the least loss in validation.</source>
        <translation>Epoch có mất mát nhỏ nhất trên tập kiểm định.</translation>
    </message>
    <message>
        <source>The loss, as it was measured last.</source>
        <translation>Mất mát trong lần đo gần nhất.</translation>
    </message>
    <message>
        <source>The accuracy in per cent, as it was measured last.</source>
        <translation>Độ chính xác theo phần trăm trong lần đo gần nhất.</translation>
    </message>
    <message>
        <source>Grey: the run has gone on since, or our digits have changed.</source>
        <translation>Màu xám: sau đó lượt này đã chạy tiếp, hoặc chữ số của lớp đã thay đổi.</translation>
    </message>
</context>
<context>
    <name>RunQueue</name>
    <message>
        <source>Add to the queue</source>
        <translation>thêm vào hàng đợi</translation>
    </message>
    <message>
        <source>Try learning rates</source>
        <translation>thử các tốc độ học</translation>
    </message>
    <message>
        <source>Try optimizers</source>
        <translation>thử các bộ tối ưu</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>gỡ khỏi hàng đợi</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>dọn hàng đợi</translation>
    </message>
    <message>
        <source>Change the queue&apos;s order</source>
        <translation>đổi thứ tự hàng đợi</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Runs</source>
        <translation>Các lượt chạy</translation>
    </message>
    <message>
        <source>Every run of this session, in bold the one that answers; right-click for what can be done with one, F2 renames</source>
        <translation>Mọi lượt chạy của phiên làm việc này, lượt đang trả lời được in đậm; nhấp chuột phải để xem có thể làm gì với một lượt, F2 để đổi tên</translation>
    </message>
    <message>
        <source>Every run you train is kept here.</source>
        <translation>Mọi lượt bạn huấn luyện đều được giữ ở đây.</translation>
    </message>
</context>
<context>
    <name>RunTexts</name>
    <message>
        <source>{recipe}, with {what}</source>
        <translation>{recipe}, với {what}</translation>
    </message>
    <message>
        <source>after batch {batch}: learning rate {rate}</source>
        <translation>sau batch {batch}: tốc độ học {rate}</translation>
    </message>
    <message>
        <source>after batch {batch}: one more epoch, with a fresh optimizer</source>
        <translation>sau batch {batch}: thêm một epoch, thuật toán tối ưu bắt đầu lại từ đầu</translation>
    </message>
    <message>
        <source>after batch {batch}: our digits are others, {drawings}</source>
        <translation>sau batch {batch}: chữ số của lớp đã khác, {drawings}</translation>
    </message>
    <message>
        <source>after batch {batch}: it went on from {run}, with a fresh optimizer</source>
        <translation>sau batch {batch}: tiếp nối từ {run}, thuật toán tối ưu bắt đầu lại từ đầu</translation>
    </message>
    <message>
        <source>batch {first}</source>
        <translation>batch {first}</translation>
    </message>
    <message>
        <source>batches {first} to {last}</source>
        <translation>các batch {first} đến {last}</translation>
    </message>
    <message>
        <source>Run {number} ({origin}, batch {batch})</source>
        <translation>Lượt {number} ({origin}, batch {batch})</translation>
    </message>
    <message>
        <source>Our digits are not those that {run} has learnt from: it goes on with {drawings}.</source>
        <translation>Chữ số của lớp không còn là những chữ số mà {run} đã học: lượt này học tiếp với {drawings}.</translation>
    </message>
    <message>
        <source>by hand, labelled {labels}</source>
        <translation>tự chọn, có nhãn {labels}</translation>
    </message>
    <message>
        <source>joined by hand, labelled {labels}</source>
        <translation>thêm ảnh tự chọn, có nhãn {labels}</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Runs</source>
        <translation>Các lượt chạy</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Mọi lượt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Đã thử</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Scale of the colours</source>
        <translation>Thang màu</translation>
    </message>
    <message>
        <source>blue {low}, orange {high}, 0 in between</source>
        <translation>xanh {low}, cam {high}, ở giữa là 0</translation>
    </message>
    <message>
        <source>All that is shown is 0</source>
        <translation>Mọi giá trị đang hiển thị đều là 0</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>Choose by validation: who chooses by the test set no longer knows how new images are read.</source>
        <translation>Hãy chọn theo tập kiểm định: ai chọn theo tập kiểm tra thì không còn biết ảnh mới được đọc đúng đến đâu.</translation>
    </message>
    <message>
        <source>Not measured: this run comes from an earlier version.</source>
        <translation>Không được đo: lượt này đến từ một phiên bản trước.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>huấn luyện</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>kiểm định</translation>
    </message>
    <message>
        <source>test</source>
        <translation>kiểm tra</translation>
    </message>
    <message>
        <source>Measured after batch {batch}; the run is at batch {now} by now.</source>
        <translation>Đo sau batch {batch}; nay lượt đã đến batch {now}.</translation>
    </message>
    <message>
        <source>Measured after batch {batch}.</source>
        <translation>Đo sau batch {batch}.</translation>
    </message>
    <message>
        <source>The test is of our held-out digits, as MNIST was not at hand.</source>
        <translation>Phần kiểm tra là các chữ số giữ lại của lớp, vì không có sẵn MNIST.</translation>
    </message>
    <message>
        <source>{figure}, after batch {batch}</source>
        <translation>{figure}, sau batch {batch}</translation>
    </message>
    <message>
        <source>Our digits, or their labels, have changed since.</source>
        <translation>Sau đó chữ số của lớp, hoặc nhãn của chúng, đã thay đổi.</translation>
    </message>
    <message>
        <source>{figure}, before our digits changed</source>
        <translation>{figure}, trước khi chữ số của lớp thay đổi</translation>
    </message>
    <message>
        <source>gap {size}</source>
        <translation>khoảng cách {size}</translation>
    </message>
    <message>
        <source>Measured at each epoch’s end, and where the run pauses.</source>
        <translation>Được đo ở cuối mỗi epoch và khi lượt tạm dừng.</translation>
    </message>
    <message>
        <source>test on our held-out digits</source>
        <translation>kiểm tra trên phần chữ số giữ lại của lớp</translation>
    </message>
    <message>
        <source>{symbol} {set} {score}</source>
        <translation>{symbol} {set} {score}</translation>
    </message>
    <message>
        <source>{symbol} best epoch: {epoch}</source>
        <translation>{symbol} epoch tốt nhất: {epoch}</translation>
    </message>
    <message>
        <source>The weights of epoch {epoch}, the best one, are lost: it keeps its last ones.</source>
        <translation>Trọng số của epoch {epoch}, epoch tốt nhất, đã mất: lượt giữ trọng số cuối cùng.</translation>
    </message>
    <message>
        <source>It keeps the weights of epoch {epoch}, the best one.</source>
        <translation>Lượt giữ trọng số của epoch {epoch}, epoch tốt nhất.</translation>
    </message>
    <message>
        <source>{run}: epoch {epoch} is the best one in validation</source>
        <translation>{run}: epoch {epoch} tốt nhất trên tập kiểm định</translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Save session</source>
        <translation>Lưu phiên làm việc</translation>
    </message>
    <message>
        <source>Save this session first?</source>
        <translation>Lưu phiên làm việc này trước?</translation>
    </message>
    <message>
        <source>Another session takes the place of this one, whose latest changes are not saved.</source>
        <translation>Một phiên làm việc khác sẽ thay thế phiên này, mà những thay đổi mới nhất ở đây chưa được lưu.</translation>
    </message>
    <message>
        <source>There is no drawing to save yet.</source>
        <translation>Chưa có hình vẽ nào để lưu.</translation>
    </message>
    <message>
        <source>Save drawings</source>
        <translation>Lưu hình vẽ</translation>
    </message>
    <message>
        <source>Open drawings</source>
        <translation>Mở hình vẽ</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Mở phiên làm việc</translation>
    </message>
    <message>
        <source>Save over it?</source>
        <translation>Ghi đè lên tệp này?</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Đã lưu {path}</translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation>Đã mở {path}</translation>
    </message>
    <message>
        <source>Drawings added: {added}</source>
        <translation>Số hình vẽ đã thêm: {added}</translation>
    </message>
    <message>
        <source>Drawings added: {added} of {all}; a session has no room for more</source>
        <translation>Số hình vẽ đã thêm: {added} trên {all}; phiên làm việc không còn chỗ cho nhiều hơn</translation>
    </message>
    <message>
        <source>{text}. Their labels are left out here; “Add drawings to our digits” takes them too.</source>
        <translation>{text}. Nhãn của chúng không được giữ ở đây; “Thêm hình vẽ vào chữ số của lớp” giữ cả nhãn.</translation>
    </message>
    <message>
        <source>digitpad sessions</source>
        <translation>Phiên làm việc của digitpad</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Hình vẽ</translation>
    </message>
</context>
<context>
    <name>SightPanel</name>
    <message>
        <source>What the network sees</source>
        <translation>Mạng nhìn thấy gì</translation>
    </message>
    <message>
        <source>drawing {place} of {count}</source>
        <translation>hình vẽ {place} trên {count}</translation>
    </message>
</context>
<context>
    <name>SightView</name>
    <message>
        <source>How the network sees it</source>
        <translation>Mạng nhìn hình vẽ thế nào</translation>
    </message>
</context>
<context>
    <name>Situations</name>
    <message>
        <source>TensorFlow is being loaded. The lesson&apos;s code can be read already; a step needs it.</source>
        <translation>Đang nạp TensorFlow. Mã của bài học đã đọc được; muốn chạy một bước thì phải chờ.</translation>
    </message>
    <message>
        <source>The run goes on as soon as our digits are turned into pictures; a step waits for that.</source>
        <translation>Lượt huấn luyện sẽ tiếp tục ngay khi chữ số của lớp được chuyển xong thành ảnh; muốn đi từng bước thì đợi đến khi đó.</translation>
    </message>
    <message>
        <source>A run begins as soon as our digits are turned into pictures; a step waits for that.</source>
        <translation>Một lượt huấn luyện sẽ bắt đầu ngay khi chữ số của lớp được chuyển xong thành ảnh; muốn đi từng bước thì đợi đến khi đó.</translation>
    </message>
    <message>
        <source>A step belongs to a paused run: Next card pauses this one, and opens its next batch.</source>
        <translation>Một bước thuộc về một lượt đã tạm dừng: Thẻ kế tiếp tạm dừng lượt này và mở batch kế tiếp của nó.</translation>
    </message>
    <message>
        <source>What more data buys is being measured, in the view Class: a step waits until that is over.</source>
        <translation>Đang đo xem thêm dữ liệu được lợi gì, ở khung nhìn Lớp: đợi đo xong mới đi từng bước được.</translation>
    </message>
    <message>
        <source>There is no run yet, and the recipe does not make one: mend the fields in red.</source>
        <translation>Chưa có lượt chạy nào, và công thức chưa dùng được: hãy sửa các ô màu đỏ.</translation>
    </message>
    <message>
        <source>Next card opens batch {batch} of {run}.</source>
        <translation>Thẻ kế tiếp mở batch {batch} của {run}.</translation>
    </message>
    <message>
        <source>{run} has gone through all its batches.</source>
        <translation>{run} đã đi qua hết các batch.</translation>
    </message>
    <message>
        <source>The images of this batch are still being varied; the step goes on by itself.</source>
        <translation>Ảnh của batch này còn đang được biến đổi; bước này sẽ tự đi tiếp.</translation>
    </message>
    <message>
        <source>Training goes on as soon as our digits are turned into pictures …</source>
        <translation>Việc huấn luyện sẽ tiếp tục ngay khi chữ số của lớp được chuyển xong thành ảnh …</translation>
    </message>
    <message>
        <source>Training begins as soon as our digits are turned into pictures …</source>
        <translation>Việc huấn luyện sẽ bắt đầu ngay khi chữ số của lớp được chuyển xong thành ảnh …</translation>
    </message>
    <message>
        <source>Training begins as soon as TensorFlow is loaded …</source>
        <translation>Việc huấn luyện sẽ bắt đầu ngay khi nạp xong TensorFlow …</translation>
    </message>
    <message>
        <source>The lesson&apos;s code can be read all the same.</source>
        <translation>Mã của bài học vẫn đọc được.</translation>
    </message>
    <message>
        <source>Next card begins a run by the recipe ({recipe}).</source>
        <translation>Thẻ kế tiếp bắt đầu một lượt theo công thức ({recipe}).</translation>
    </message>
    <message>
        <source>It answers then, instead of the network that answers now.</source>
        <translation>Khi đó lượt này trả lời, thay cho mạng đang trả lời.</translation>
    </message>
</context>
<context>
    <name>Sketchbook</name>
    <message>
        <source>Leaf through</source>
        <translation>xem hình vẽ khác</translation>
    </message>
    <message>
        <source>Open drawings</source>
        <translation>mở hình vẽ</translation>
    </message>
</context>
<context>
    <name>SlopeCard</name>
    <message>
        <source>Check this slope</source>
        <translation>Kiểm tra độ dốc này</translation>
    </message>
    <message>
        <source>The batch’s loss by the value of one weight</source>
        <translation>Mất mát của batch theo giá trị của một trọng số</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>mất mát</translation>
    </message>
    <message>
        <source>Push the weight</source>
        <translation>Đẩy trọng số</translation>
    </message>
</context>
<context>
    <name>StagesPanel</name>
    <message>
        <source>1 · Ink</source>
        <translation>1 · Nét mực</translation>
    </message>
    <message>
        <source>Your strokes, with a pen of MNIST’s width</source>
        <translation>Các nét vẽ của bạn, với bút rộng như của MNIST</translation>
    </message>
    <message>
        <source>2 · Box and square</source>
        <translation>2 · Khung và hình vuông</translation>
    </message>
    <message>
        <source>Cut to the ink, padded to a square</source>
        <translation>Cắt sát nét mực, đệm thêm cho vuông</translation>
    </message>
    <message>
        <source>3 · 20 × 20</source>
        <translation>3 · 20 × 20</translation>
    </message>
    <message>
        <source>Each pixel the mean of its area, the brightest made white</source>
        <translation>Mỗi điểm ảnh là trung bình vùng của nó, điểm sáng nhất thành màu trắng</translation>
    </message>
    <message>
        <source>4 · Centred 28 × 28</source>
        <translation>4 · Căn giữa 28 × 28</translation>
    </message>
    <message>
        <source>Moved by whole pixels: centre of mass at 14</source>
        <translation>Dời từng điểm ảnh nguyên: trọng tâm ở 14</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Bảng vẽ</translation>
    </message>
    <message>
        <source>The whole canvas as it is</source>
        <translation>Nguyên cả bảng vẽ</translation>
    </message>
    <message>
        <source>Plain resize</source>
        <translation>Thu nhỏ đơn thuần</translation>
    </message>
    <message>
        <source>Shrunk to 28 × 28; place and size stay as drawn</source>
        <translation>Thu nhỏ còn 28 × 28; vị trí và cỡ giữ như khi vẽ</translation>
    </message>
    <message>
        <source>Answer to this</source>
        <translation>Câu trả lời cho hình này</translation>
    </message>
    <message>
        <source>The way MNIST’s pictures were made</source>
        <translation>Theo cách tạo ra các ảnh của MNIST</translation>
    </message>
    <message>
        <source>The plain way, for comparison</source>
        <translation>Theo cách đơn thuần, để so sánh</translation>
    </message>
    <message>
        <source>This picture was not drawn here: it came as the 28 × 28 pixels that the network sees, below the canvas. Without strokes there are no steps to show.</source>
        <translation>Ảnh này không được vẽ ở đây: nó đã là 28 × 28 điểm ảnh mà mạng nhìn thấy, ở dưới bảng vẽ. Không có nét vẽ nên không có các bước để hiện.</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>A training step, card by card</source>
        <translation>Một bước huấn luyện, từng thẻ một</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>State of the program</source>
        <translation>Trạng thái của chương trình</translation>
    </message>
    <message>
        <source>Loading TensorFlow … you can draw already</source>
        <translation>Đang nạp TensorFlow … bạn đã có thể vẽ</translation>
    </message>
    <message>
        <source>Loading TensorFlow …</source>
        <translation>Đang nạp TensorFlow …</translation>
    </message>
    <message>
        <source>TensorFlow ready</source>
        <translation>TensorFlow đã sẵn sàng</translation>
    </message>
    <message>
        <source>TensorFlow ready, but without XLA: training is slower on this computer</source>
        <translation>TensorFlow đã sẵn sàng nhưng không có XLA: trên máy tính này việc huấn luyện sẽ chậm hơn</translation>
    </message>
    <message>
        <source>TensorFlow ready, without XLA</source>
        <translation>TensorFlow đã sẵn sàng, không có XLA</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>What comes next</source>
        <translation>Điều kế tiếp</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>What the step has made</source>
        <translation>Bước đã tạo ra gì</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Step</source>
        <translation>Từng bước</translation>
    </message>
    <message>
        <source>A new run</source>
        <translation>Một lượt mới</translation>
    </message>
    <message>
        <source>One more epoch</source>
        <translation>Thêm một epoch</translation>
    </message>
</context>
<context>
    <name>StrokeList</name>
    <message>
        <source>Strokes, the strongest first</source>
        <translation>Các nét, nét mạnh nhất đứng trước</translation>
    </message>
    <message>
        <source>Choose a stroke with the arrow keys or by a click</source>
        <translation>Chọn một nét bằng phím mũi tên hoặc bấm chuột</translation>
    </message>
</context>
<context>
    <name>StrokesPanel</name>
    <message>
        <source>Erase this stroke</source>
        <translation>Xóa nét này</translation>
    </message>
    <message>
        <source>Take the chosen stroke off the canvas; Undo brings it back</source>
        <translation>Xóa nét đã chọn khỏi bảng vẽ; Hoàn tác đưa nó trở lại</translation>
    </message>
    <message>
        <source>Erase the strongest</source>
        <translation>Xóa nét mạnh nhất</translation>
    </message>
    <message>
        <source>Take the stroke that argues most for the digit off the canvas; Undo brings it back</source>
        <translation>Xóa khỏi bảng vẽ nét ủng hộ chữ số này nhiều nhất; Hoàn tác đưa nó trở lại</translation>
    </message>
    <message>
        <source>The drawing with and without the stroke</source>
        <translation>Hình vẽ khi có và khi bỏ nét này</translation>
    </message>
</context>
<context>
    <name>SumLine</name>
    <message>
        <source>The sum of all shares</source>
        <translation>Tổng mọi phần đóng góp</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>It cannot be taken home: digitpad itself changes its pictures anew in each epoch.</source>
        <translation>Không mang về được: chính digitpad biến đổi lại các ảnh của lượt này trong mỗi epoch.</translation>
    </message>
    <message>
        <source>It cannot be taken home: it learns from our own digits, which a script does not have.</source>
        <translation>Không mang về được: lượt này học từ chữ số của lớp, mà một chương trình riêng thì không có.</translation>
    </message>
    <message>
        <source>It cannot be taken home: it begins with the ready-made network&apos;s weights.</source>
        <translation>Không mang về được: lượt này bắt đầu từ trọng số của mạng có sẵn.</translation>
    </message>
    <message>
        <source>It cannot be taken home: its learning rate was changed on the way, or something was done by hand.</source>
        <translation>Không mang về được: giữa chừng tốc độ học của lượt này đã bị đổi, hoặc có việc được làm bằng tay.</translation>
    </message>
    <message>
        <source>Made by digitpad. It needs TensorFlow and NumPy alone, and comes to the run&apos;s losses and accuracy again.</source>
        <translation>Do digitpad tạo ra. Chỉ cần TensorFlow và NumPy, và cho lại đúng mất mát và độ chính xác của lượt huấn luyện.</translation>
    </message>
    <message>
        <source>The run itself has done {done} of its {total} batches; here it goes to its end.</source>
        <translation>Lượt huấn luyện mới chạy {done} trong {total} batch; ở đây nó chạy đến hết.</translation>
    </message>
    <message>
        <source>MNIST, as Keras keeps it, from this file; if there is none, Keras downloads it.</source>
        <translation>MNIST, theo định dạng của Keras, từ tệp này; nếu không có tệp, Keras sẽ tải về.</translation>
    </message>
    <message>
        <source>What the network never sees: {digits}.</source>
        <translation>Mạng không bao giờ thấy: {digits}.</translation>
    </message>
    <message>
        <source>{share} of each digit&apos;s images are held out, to validate by.</source>
        <translation>{share} số ảnh của mỗi chữ số được giữ lại để kiểm định.</translation>
    </message>
    <message>
        <source>It learns from {count} of the images.</source>
        <translation>Nó học từ {count} ảnh trong số đó.</translation>
    </message>
    <message>
        <source>{share} of the labels are made wrong, on purpose.</source>
        <translation>{share} số nhãn được cố ý làm sai.</translation>
    </message>
    <message>
        <source>One digit comes after the other, as the labels say.</source>
        <translation>Các chữ số lần lượt đến, theo nhãn của chúng.</translation>
    </message>
    <message>
        <source>All first weights are zeros.</source>
        <translation>Mọi trọng số ban đầu đều bằng 0.</translation>
    </message>
    <message>
        <source>The first weights: the run&apos;s own, by the same seed.</source>
        <translation>Trọng số ban đầu: đúng như của lượt huấn luyện, nhờ cùng một hạt giống.</translation>
    </message>
    <message>
        <source>A layer makes activation(inputs · W + b); a network is layers, one after the other.</source>
        <translation>Một tầng tính activation(inputs · W + b); một mạng là các tầng nối tiếp nhau.</translation>
    </message>
    <message>
        <source>From 784 pixels to ten probabilities.</source>
        <translation>Từ 784 điểm ảnh đến mười xác suất.</translation>
    </message>
    <message>
        <source>Who updates the weights, and what is to become small.</source>
        <translation>Ai cập nhật các trọng số, và điều gì cần trở nên nhỏ.</translation>
    </message>
    <message>
        <source>Each batch&apos;s learning rate: up in the first epoch, then down along half a cosine.</source>
        <translation>Tốc độ học của mỗi batch: tăng trong epoch đầu, rồi giảm theo nửa đường cosin.</translation>
    </message>
    <message>
        <source>Each batch&apos;s learning rate: down along half a cosine.</source>
        <translation>Tốc độ học của mỗi batch: giảm theo nửa đường cosin.</translation>
    </message>
    <message>
        <source>Hands out images and labels, a batch at a time.</source>
        <translation>Đưa ra ảnh và nhãn, mỗi lần một batch.</translation>
    </message>
    <message>
        <source>One step downhill, by the slopes of all weights.</source>
        <translation>Một bước xuống dốc, theo độ dốc của mọi trọng số.</translation>
    </message>
    <message>
        <source>One training step: forward, loss, gradients, update.</source>
        <translation>Một bước huấn luyện: truyền xuôi, mất mát, gradient, cập nhật.</translation>
    </message>
    <message>
        <source>Shows the network all images, epoch after epoch, and keeps each batch&apos;s loss.</source>
        <translation>Cho mạng xem mọi ảnh, hết epoch này đến epoch khác, và giữ lại mất mát của mỗi batch.</translation>
    </message>
    <message>
        <source>The run&apos;s own batches: each epoch in another order.</source>
        <translation>Các batch của chính lượt huấn luyện: mỗi epoch theo một thứ tự khác.</translation>
    </message>
    <message>
        <source>Keeps each batch&apos;s own loss; Keras would tell the mean since the epoch began.</source>
        <translation>Giữ lại mất mát riêng của mỗi batch; Keras thì báo trung bình kể từ đầu epoch.</translation>
    </message>
    <message>
        <source>How well are images read that it has never seen?</source>
        <translation>Những ảnh chưa từng thấy được đọc đúng đến đâu?</translation>
    </message>
    <message>
        <source>Now it learns.</source>
        <translation>Bây giờ nó học.</translation>
    </message>
    <message>
        <source>It keeps the weights that were best in validation.</source>
        <translation>Nó giữ lại các trọng số tốt nhất trên tập kiểm định.</translation>
    </message>
</context>
<context>
    <name>TensorTable</name>
    <message>
        <source>Tensors of the network</source>
        <translation>Các tensor của mạng</translation>
    </message>
</context>
<context>
    <name>Test</name>
    <message>
        <source>MNIST’s test images</source>
        <translation>Ảnh kiểm tra của MNIST</translation>
    </message>
    <message>
        <source>10,000 of MNIST’s training images</source>
        <translation>10.000 ảnh huấn luyện của MNIST</translation>
    </message>
    <message>
        <source>Our digits</source>
        <translation>Chữ số của lớp</translation>
    </message>
    <message>
        <source>Our held-out digits</source>
        <translation>Chữ số của lớp được giữ lại</translation>
    </message>
    <message>
        <source>A file of drawings</source>
        <translation>Một tệp hình vẽ</translation>
    </message>
    <message>
        <source>{percent} right</source>
        <translation>đúng {percent}</translation>
    </message>
    <message>
        <source>{wrong} of {count} wrong</source>
        <translation>sai {wrong} trên {count}</translation>
    </message>
    <message>
        <source>as many mistakes as {name}</source>
        <translation>số lỗi bằng {name}</translation>
    </message>
    <message>
        <source>This network has learnt from others of our digits than now: it may have seen some of these.</source>
        <translation>Mạng này đã học từ những chữ số khác của lớp so với bây giờ: có thể nó đã thấy vài hình trong số này.</translation>
    </message>
    <message>
        <source>This network learns from {some} of the {all} training images: it has not seen all of these.</source>
        <translation>Mạng này học từ {some} trong {all} ảnh huấn luyện: nó chưa thấy hết các ảnh này.</translation>
    </message>
    <message>
        <source>Of other drawings or labels than there are now; testing anew …</source>
        <translation>Của những hình vẽ hay nhãn khác với bây giờ; đang kiểm tra lại …</translation>
    </message>
    <message>
        <source>Our digits are being turned into pictures …</source>
        <translation>Chữ số của lớp đang được chuyển thành ảnh …</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Đang kiểm tra …</translation>
    </message>
    <message>
        <source>Of the network after {updates}; another one answers now</source>
        <translation>Của mạng sau {updates}; bây giờ mạng khác đang trả lời</translation>
    </message>
    <message>
        <source>No file of drawings is open: choose one by “Open a file”.</source>
        <translation>Chưa mở tệp hình vẽ nào: hãy chọn bằng “Mở tệp”.</translation>
    </message>
    <message>
        <source>None of our digits is held out: the page “Use” of the view Class says which are.</source>
        <translation>Không có chữ số nào của lớp được giữ lại: trang “Dùng” của khung nhìn Lớp cho biết.</translation>
    </message>
    <message>
        <source>All drawings of our own are set aside: keep some, and there is a test.</source>
        <translation>Mọi hình vẽ của lớp đều đang để riêng: hãy giữ lại vài hình để có thể kiểm tra.</translation>
    </message>
    <message>
        <source>There are no digits of our own yet: collect some, and there is a test.</source>
        <translation>Lớp chưa có chữ số nào: hãy thu thập vài chữ số để có thể kiểm tra.</translation>
    </message>
    <message>
        <source>{pen}: {percent}</source>
        <translation>{pen}: {percent}</translation>
    </message>
    <message>
        <source>By pen, worst first: {shares}</source>
        <translation>Theo bút, kém nhất trước: {shares}</translation>
    </message>
    <message>
        <source>true {truth}, read as {answer}, right: {pictures}, {share} of all {truth}s</source>
        <translation>thật là {truth}, đọc thành {answer}, đúng: {pictures}, {share} của mọi số {truth}</translation>
    </message>
    <message>
        <source>true {truth}, read as {answer}: {pictures}, {share} of all {truth}s</source>
        <translation>thật là {truth}, đọc thành {answer}: {pictures}, {share} của mọi số {truth}</translation>
    </message>
    <message>
        <source>true {truth}: no picture in this set</source>
        <translation>thật là {truth}: không có ảnh nào trong tập này</translation>
    </message>
    <message>
        <source>true {truth}, read as {answer}: {count}, by {name} {other}: {difference}</source>
        <translation>thật là {truth}, đọc thành {answer}: {count}, theo {name} là {other}: {difference}</translation>
    </message>
    <message>
        <source>true {truth}: {right} of {count} read right, {share}; Enter shows all</source>
        <translation>thật là {truth}: đọc đúng {right} trên {count}, {share}; Enter hiện tất cả</translation>
    </message>
    <message>
        <source>{truth} read as {answer}: {pictures}</source>
        <translation>{truth} đọc thành {answer}: {pictures}</translation>
    </message>
    <message>
        <source>All {truth}s: {pictures}</source>
        <translation>Mọi số {truth}: {pictures}</translation>
    </message>
    <message>
        <source>All mistakes: {pictures}</source>
        <translation>Mọi lỗi: {pictures}</translation>
    </message>
    <message>
        <source>Suspected labels: {pictures}</source>
        <translation>Nhãn đáng ngờ: {pictures}</translation>
    </message>
    <message>
        <source>Test image {number}</source>
        <translation>Ảnh kiểm tra {number}</translation>
    </message>
    <message>
        <source>Training image {number}</source>
        <translation>Ảnh huấn luyện {number}</translation>
    </message>
    <message>
        <source>Our drawing {number}</source>
        <translation>Hình vẽ {number} của lớp</translation>
    </message>
    <message>
        <source>Held-out drawing {number}</source>
        <translation>Hình được giữ lại {number}</translation>
    </message>
    <message>
        <source>Drawing {number} of the file</source>
        <translation>Hình vẽ {number} của tệp</translation>
    </message>
    <message>
        <source>{picture} by pen {pen}</source>
        <translation>{picture}, bút {pen}</translation>
    </message>
    <message>
        <source>{name}: a {truth}, read right, {confidence} sure</source>
        <translation>{name}: số {truth}, đọc đúng, chắc {confidence}</translation>
    </message>
    <message>
        <source>{name}: labelled {truth} ({of_label}), read as {answer}, {confidence} sure</source>
        <translation>{name}: nhãn {truth} ({of_label}), đọc thành {answer}, chắc {confidence}</translation>
    </message>
    <message>
        <source>You: {given} · label: {truth} · network: {answer}, {confidence} sure</source>
        <translation>Lớp: {given} · nhãn: {truth} · mạng: {answer}, chắc {confidence}</translation>
    </message>
    <message>
        <source>Both are right.</source>
        <translation>Cả hai đều đúng.</translation>
    </message>
    <message>
        <source>The class is right.</source>
        <translation>Lớp đúng.</translation>
    </message>
    <message>
        <source>The network is right.</source>
        <translation>Mạng đúng.</translation>
    </message>
    <message>
        <source>Both say the same, and not what the label says: is the label wrong?</source>
        <translation>Cả hai nói giống nhau mà khác nhãn: có phải nhãn sai không?</translation>
    </message>
    <message>
        <source>Neither says what the label says.</source>
        <translation>Không bên nào nói đúng như nhãn.</translation>
    </message>
    <message>
        <source>Class {by_class} : {by_network} network, of {pictures}</source>
        <translation>Lớp {by_class} : {by_network} mạng, trên {pictures}</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>Pictures of the test</source>
        <translation>Ảnh của bài kiểm tra</translation>
    </message>
    <message>
        <source>All mistakes</source>
        <translation>Mọi lỗi</translation>
    </message>
    <message>
        <source>Every picture read wrong, the surest first</source>
        <translation>Mọi ảnh bị đọc sai, lỗi chắc chắn nhất trước</translation>
    </message>
    <message>
        <source>Suspected labels</source>
        <translation>Nhãn đáng ngờ</translation>
    </message>
    <message>
        <source>Where the network is 90 % sure of another digit: is it wrong, or the label?</source>
        <translation>Những ảnh mà mạng chắc 90% là chữ số khác: mạng sai, hay nhãn sai?</translation>
    </message>
    <message>
        <source>Who is right?</source>
        <translation>Ai đúng?</translation>
    </message>
    <message>
        <source>The class reads these pictures without label and answer, then both are shown</source>
        <translation>Cả lớp đọc các ảnh này khi chưa thấy nhãn và câu trả lời, rồi cả hai mới hiện ra</translation>
    </message>
    <message>
        <source>Back to the matrix</source>
        <translation>Về ma trận</translation>
    </message>
    <message>
        <source>Show the matrix again (Esc)</source>
        <translation>Hiện lại ma trận (Esc)</translation>
    </message>
</context>
<context>
    <name>TestView</name>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
</context>
<context>
    <name>TestedFile</name>
    <message>
        <source>digitpad drawings</source>
        <translation>hình vẽ digitpad</translation>
    </message>
    <message>
        <source>Test on drawings</source>
        <translation>Kiểm tra trên hình vẽ</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>No run yet</source>
        <translation>Chưa có lượt nào</translation>
    </message>
    <message>
        <source>{done} of {all} batches, {percent}</source>
        <translation>{done} trên {all} batch, {percent}</translation>
    </message>
    <message>
        <source>Looked at: after batch {batch}</source>
        <translation>Đang xem: sau batch {batch}</translation>
    </message>
    <message>
        <source>{run}; another network answers now</source>
        <translation>{run}; bây giờ mạng khác đang trả lời</translation>
    </message>
    <message>
        <source>Kept after batch {batches}; drag, or press ← and →, to look back</source>
        <translation>Đã giữ lại sau batch {batches}; kéo, hoặc bấm ← và →, để xem lại</translation>
    </message>
    <message>
        <source>No moment of this run is kept.</source>
        <translation>Lượt này không giữ lại thời điểm nào.</translation>
    </message>
    <message>
        <source>Not read as {digit} yet</source>
        <translation>Chưa đọc ra {digit}</translation>
    </message>
    <message>
        <source>Read as {digit} since batch {batch}</source>
        <translation>Đọc ra {digit} từ batch {batch}</translation>
    </message>
    <message>
        <source>{run} after batch {batch}</source>
        <translation>{run} sau batch {batch}</translation>
    </message>
    <message>
        <source>{run} as it was after batch {batch}; training goes on meanwhile.</source>
        <translation>{run} sau batch {batch}; việc huấn luyện vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>{run} as it was after batch {batch}.</source>
        <translation>{run} sau batch {batch}.</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Time of the run</source>
        <translation>Thời gian của lượt</translation>
    </message>
</context>
<context>
    <name>TrainingNews</name>
    <message>
        <source>Preparing the first batches …</source>
        <translation>Đang chuẩn bị những batch đầu tiên …</translation>
    </message>
    <message>
        <source>No room for all moments: the earliest runs keep fewer.</source>
        <translation>Không đủ chỗ cho mọi thời điểm: các lượt đầu tiên giữ lại ít hơn.</translation>
    </message>
    <message>
        <source>The loss is exploding: try a smaller learning rate.</source>
        <translation>Mất mát đang bùng nổ: hãy thử tốc độ học nhỏ hơn.</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs} · {pace} images/s · {left} left</source>
        <translation>Epoch {epoch} trên {epochs} · {pace} ảnh/giây · còn {left}</translation>
    </message>
    <message>
        <source>Paused before the first batch.</source>
        <translation>Tạm dừng trước batch đầu tiên.</translation>
    </message>
    <message>
        <source>Paused after batch {batch}, loss {loss}. You can draw and step; Space goes on.</source>
        <translation>Tạm dừng sau batch {batch}, mất mát {loss}. Bạn có thể vẽ và đi từng bước; phím cách để tiếp tục.</translation>
    </message>
    <message>
        <source>Paused before the first batch. You can draw and step; Space goes on.</source>
        <translation>Tạm dừng trước batch đầu tiên. Bạn có thể vẽ và đi từng bước; phím cách để tiếp tục.</translation>
    </message>
    <message numerus="yes">
        <source>Done after %Ln batch(es): {accuracy} of the test images are read right.</source>
        <translation>
            <numerusform>Xong sau %Ln batch: đọc đúng {accuracy} số ảnh kiểm tra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done after %Ln batch(es).</source>
        <translation>
            <numerusform>Đã xong sau %Ln batch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compiling this network …</source>
        <translation>Đang biên dịch mạng này …</translation>
    </message>
    <message>
        <source>The queue waits, as its run was stopped: start it again in the view Runs.</source>
        <translation>Hàng đợi đang chờ vì lượt của nó đã bị dừng: hãy bắt đầu lại trong khung nhìn Các lượt chạy.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln batch(es).</source>
        <translation>
            <numerusform>Đã dừng sau %Ln batch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused after batch {batch}, loss {loss}.</source>
        <translation>Tạm dừng sau batch {batch}, mất mát {loss}.</translation>
    </message>
    <message numerus="yes">
        <source>Done after %Ln batch(es): {accuracy} of our held-out digits are read right.</source>
        <translation>
            <numerusform>Xong sau %Ln batch: mạng đọc đúng {accuracy} chữ số của lớp được giữ lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to train.</source>
        <translation>Sẵn sàng huấn luyện.</translation>
    </message>
    <message>
        <source>batch {batch} of {batches} · loss</source>
        <translation>batch {batch}/{batches} · mất mát</translation>
    </message>
    <message>
        <source>{batch} of {batches} · loss</source>
        <translation>{batch}/{batches} · mất mát</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0, like {example}.</source>
        <translation>Tốc độ học phải là một số lớn hơn 0, chẳng hạn {example}.</translation>
    </message>
</context>
<context>
    <name>TrainingSection</name>
    <message>
        <source>Training</source>
        <translation>Huấn luyện</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>Số &amp;epoch</translation>
    </message>
    <message>
        <source>How often every image is shown</source>
        <translation>Mỗi ảnh được xem bao nhiêu lần</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>Kích thước &amp;batch</translation>
    </message>
    <message>
        <source>Images looked at before the weights change once</source>
        <translation>Số ảnh được xem trước khi trọng số thay đổi một lần</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>Bộ tối ư&amp;u</translation>
    </message>
    <message>
        <source>Who turns gradients into new weights</source>
        <translation>Cách biến gradient thành trọng số mới</translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation>Tốc độ họ&amp;c</translation>
    </message>
    <message>
        <source>S&amp;chedule</source>
        <translation>&amp;Lịch tốc độ học</translation>
    </message>
    <message>
        <source>How the learning rate goes through the run</source>
        <translation>Tốc độ học thay đổi thế nào trong suốt lượt huấn luyện</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Hạt g&amp;iống</translation>
    </message>
    <message>
        <source>Decides the first weights and the order of the images</source>
        <translation>Quyết định trọng số ban đầu và thứ tự của các ảnh</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>State of the training</source>
        <translation>Trạng thái huấn luyện</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Mất mát</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Công thức</translation>
    </message>
</context>
<context>
    <name>UndoTraining</name>
    <message numerus="yes">
        <source>Take back the last %Ln batch(es) of {run}</source>
        <translation>
            <numerusform>Trả lại như trước %Ln batch cuối của {run}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back that {run} has one more epoch</source>
        <translation>Bỏ epoch thêm của {run}</translation>
    </message>
    <message>
        <source>Let the network answer again that answered before the reset</source>
        <translation>Cho mạng đã trả lời trước khi đặt lại trả lời tiếp</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>by share</source>
        <translation>theo phần đóng góp</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>theo độ lớn</translation>
    </message>
    <message>
        <source>by change</source>
        <translation>theo thay đổi</translation>
    </message>
    <message>
        <source>Weights of the digit {digit}</source>
        <translation>Trọng số của chữ số {digit}</translation>
    </message>
    <message>
        <source>Unit {number} of {units}</source>
        <translation>Nơ-ron {number} trong {units}</translation>
    </message>
    <message>
        <source>While the class collects, nothing is written out here.</source>
        <translation>Trong khi lớp thu thập, không có gì được viết ra ở đây.</translation>
    </message>
    <message>
        <source>Draw a digit: what these weights make of it is written out here.</source>
        <translation>Hãy vẽ một chữ số: các trọng số này tính gì từ đó sẽ được viết ra ở đây.</translation>
    </message>
    <message>
        <source>sum {sum} + bias {bias} = {total}, the logit of {digit}</source>
        <translation>tổng {sum} + hệ số điều chỉnh {bias} = {total}, logit của {digit}</translation>
    </message>
    <message>
        <source>sum {sum} + bias {bias} = {total}, passed on as it is</source>
        <translation>tổng {sum} + hệ số điều chỉnh {bias} = {total}, được chuyển tiếp nguyên vẹn</translation>
    </message>
    <message>
        <source>sum {sum} + bias {bias} = {total} → {activation} {output}</source>
        <translation>tổng {sum} + hệ số điều chỉnh {bias} = {total} → {activation} {output}</translation>
    </message>
    <message>
        <source>untrained {untrained} + learnt {learnt} = sum {sum}</source>
        <translation>chưa huấn luyện {untrained} + học được {learnt} = tổng {sum}</translation>
    </message>
    <message>
        <source>Nothing comes out of it: no share in the logit of {digit}.</source>
        <translation>Nơ-ron không cho ra gì: không đóng góp vào logit của {digit}.</translation>
    </message>
    <message>
        <source>{output} × weight to {digit} ({way}) = {share}</source>
        <translation>{output} × trọng số tới {digit} ({way}) = {share}</translation>
    </message>
    <message>
        <source>{output} × (weight to {digit}, minus that to {against}: {way}) = {share}</source>
        <translation>{output} × (trọng số tới {digit} trừ trọng số tới {against}: {way}) = {share}</translation>
    </message>
    <message>
        <source>{output} × all ways on to {digit} ({way}) = {share}</source>
        <translation>{output} × mọi đường đi tiếp tới {digit} ({way}) = {share}</translation>
    </message>
    <message>
        <source>{output} × (all ways on to {digit}, minus those to {against}: {way}) = {share}</source>
        <translation>{output} × (mọi đường đi tiếp tới {digit} trừ các đường tới {against}: {way}) = {share}</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units of the first layer</source>
        <translation>Các nơ-ron của tầng đầu tiên</translation>
    </message>
</context>
<context>
    <name>UnkeptBar</name>
    <message>
        <source>Save &amp;elsewhere …</source>
        <translation>Lưu &amp;nơi khác …</translation>
    </message>
    <message>
        <source>Save runs, drawings and recipe to a file of your choice</source>
        <translation>Lưu các lượt chạy, hình vẽ và công thức vào một tệp do bạn chọn</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Go on; it is said again when something more would be lost</source>
        <translation>Cứ tiếp tục; sẽ nhắc lại khi có thêm việc có thể bị mất</translation>
    </message>
    <message>
        <source>This work is not being kept: it would be lost when the program ends.</source>
        <translation>Công việc này đang không được giữ lại: nó sẽ mất khi chương trình kết thúc.</translation>
    </message>
</context>
<context>
    <name>UsePage</name>
    <message>
        <source>Write this into the recipe, and begin a run by it</source>
        <translation>Ghi vào công thức và bắt đầu một lượt theo đó</translation>
    </message>
    <message>
        <source>The recipe says so now: Train begins a run by it.</source>
        <translation>Công thức đã ghi như vậy: nút Huấn luyện sẽ bắt đầu một lượt theo đó.</translation>
    </message>
    <message>
        <source>The class has no digits yet: collect some, or add a file of drawings.</source>
        <translation>Lớp chưa có chữ số nào: hãy thu thập, hoặc thêm một tệp hình vẽ.</translation>
    </message>
    <message>
        <source>The pictures are being made …</source>
        <translation>Đang tạo ảnh …</translation>
    </message>
    <message>
        <source>Learnt from: {train}. Held out to test on: {test}.</source>
        <translation>Học từ: {train}. Giữ lại để kiểm tra: {test}.</translation>
    </message>
    <message>
        <source>Learnt from: {train}. Held out to test on: {test}, chosen one by one, as not all pens are known: one hand may be in both.</source>
        <translation>Học từ: {train}. Giữ lại để kiểm tra: {test}, chọn từng hình một, vì không rõ hết các bút: nét chữ của một người có thể ở cả hai phần.</translation>
    </message>
    <message>
        <source>Learnt from: {train}. Held out to test on: {test} by pen {pens}. The network never sees this hand.</source>
        <translation>Học từ: {train}. Giữ lại để kiểm tra: {test} của bút số {pens}. Mạng không hề thấy nét chữ của người này.</translation>
    </message>
    <message>
        <source>Learnt from: {train}. Held out to test on: {test} by the pens {pens}. The network never sees these hands.</source>
        <translation>Học từ: {train}. Giữ lại để kiểm tra: {test} của các bút số {pens}. Mạng không hề thấy nét chữ của những người này.</translation>
    </message>
    <message>
        <source>What more data buys is being measured: stop that first.</source>
        <translation>Đang đo xem thêm dữ liệu được lợi gì: hãy dừng việc đó trước.</translation>
    </message>
    <message>
        <source>A run is under way or paused: let it end, or stop it first.</source>
        <translation>Một lượt đang chạy hoặc tạm dừng: hãy để nó kết thúc, hoặc dừng nó trước.</translation>
    </message>
    <message>
        <source>Nothing trains while our digits are collected.</source>
        <translation>Trong khi thu thập chữ số của lớp thì không huấn luyện.</translation>
    </message>
    <message>
        <source>&amp;Learn from</source>
        <translation>Họ&amp;c từ</translation>
    </message>
    <message>
        <source>Our sh&amp;are</source>
        <translation>Tỉ lệ củ&amp;a lớp</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>Bắt đầ&amp;u với</translation>
    </message>
    <message>
        <source>H&amp;old out</source>
        <translation>&amp;Phần giữ lại</translation>
    </message>
    <message>
        <source>MNIST alone</source>
        <translation>chỉ MNIST</translation>
    </message>
    <message>
        <source>our digits alone</source>
        <translation>chỉ chữ số của lớp</translation>
    </message>
    <message>
        <source>both, mixed</source>
        <translation>cả hai, trộn lẫn</translation>
    </message>
    <message>
        <source>fresh weights</source>
        <translation>trọng số mới</translation>
    </message>
    <message>
        <source>the ready-made network</source>
        <translation>mạng có sẵn</translation>
    </message>
    <message>
        <source>Share of our digits held out to test on: of pens where they are known</source>
        <translation>Tỉ lệ chữ số của lớp giữ lại để kiểm tra: theo bút nếu biết bút</translation>
    </message>
    <message>
        <source>Test on those hel&amp;d out</source>
        <translation>Kiể&amp;m tra trên phần giữ lại</translation>
    </message>
    <message>
        <source>Open the view Test on those that no run is trained on</source>
        <translation>Mở khung nhìn Kiểm tra trên những hình mà không lượt nào học từ đó</translation>
    </message>
    <message>
        <source>What the network learns from</source>
        <translation>Mạng học từ đâu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln hình vẽ</numerusform>
        </translation>
    </message>
    <message>
        <source>Learnt from: {train}. None is held out to test on.</source>
        <translation>Học từ: {train}. Không giữ lại hình nào để kiểm tra.</translation>
    </message>
    <message>
        <source>Learnt from: {train}. Held out to test on: {test} of {pens} pens; the network never sees these hands.</source>
        <translation>Học từ: {train}. Giữ lại để kiểm tra: {test} của {pens} bút; mạng không hề thấy nét chữ của những người này.</translation>
    </message>
    <message>
        <source>Share of each epoch that are our digits</source>
        <translation>Tỉ lệ chữ số của lớp trong mỗi epoch</translation>
    </message>
    <message>
        <source>What training begins with</source>
        <translation>Huấn luyện bắt đầu với gì</translation>
    </message>
    <message>
        <source>Trai&amp;n on this</source>
        <translation>Huấ&amp;n luyện trên đó</translation>
    </message>
    <message>
        <source>Into the reci&amp;pe</source>
        <translation>&amp;Vào công thức</translation>
    </message>
    <message>
        <source>The next run learns from this</source>
        <translation>Lượt huấn luyện tiếp theo học từ đó</translation>
    </message>
    <message>
        <source>Test on o&amp;ur digits</source>
        <translation>&amp;Kiểm tra trên chữ số của lớp</translation>
    </message>
    <message>
        <source>Open the view Test on them</source>
        <translation>Mở khung nhìn Kiểm tra trên các chữ số ấy</translation>
    </message>
</context>
<context>
    <name>ValidationSection</name>
    <message>
        <source>Validation</source>
        <translation>Kiểm định</translation>
    </message>
    <message>
        <source>Held out for &amp;validation</source>
        <translation>&amp;Phần để kiểm định</translation>
    </message>
    <message>
        <source>Share of MNIST’s training images that no run is trained on, to choose by; 10 % is usual</source>
        <translation>Phần ảnh huấn luyện của MNIST không lượt nào được học, để dựa vào đó mà chọn; thường là 10%</translation>
    </message>
    <message>
        <source>the last epoch’s</source>
        <translation>của epoch cuối</translation>
    </message>
    <message>
        <source>the best epoch’s</source>
        <translation>của epoch tốt nhất</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Nothing is held out to choose by: hold out some first, such as 10 %</source>
        <translation>Chưa giữ lại ảnh nào để dựa vào đó mà chọn: trước hết hãy giữ lại một phần, chẳng hạn 10%</translation>
    </message>
    <message>
        <source>The lesson’s SGD by hand knows no weight decay: choose another optimizer</source>
        <translation>SGD viết tay của bài học không có suy giảm trọng số: hãy chọn bộ tối ưu khác</translation>
    </message>
    <message>
        <source>After so many epochs in a row without a better one in validation the run ends by itself</source>
        <translation>Sau bấy nhiêu epoch liền không có epoch nào tốt hơn trên tập kiểm định, lượt tự kết thúc</translation>
    </message>
    <message>
        <source>Pa&amp;tience, in epochs</source>
        <translation>Độ kiên nhẫn (ep&amp;och)</translation>
    </message>
    <message>
        <source>Which weights a run that has ended keeps: its last ones, or those of the best epoch</source>
        <translation>Lượt đã kết thúc giữ trọng số nào: trọng số cuối cùng hay của epoch tốt nhất</translation>
    </message>
    <message>
        <source>&amp;Kept weights</source>
        <translation>&amp;Trọng số được giữ</translation>
    </message>
    <message>
        <source>Weight deca&amp;y</source>
        <translation>Suy giảm trọn&amp;g số</translation>
    </message>
</context>
<context>
    <name>ViewArea</name>
    <message>
        <source>Views</source>
        <translation>Các khung nhìn</translation>
    </message>
    <message>
        <source>Each view is in a window of its own: its tab leads there, and closing it brings it back.</source>
        <translation>Mỗi khung nhìn ở trong một cửa sổ riêng: bấm biểu tượng của nó để đến đó, đóng cửa sổ thì nó trở về đây.</translation>
    </message>
    <message>
        <source>{title} ({keys}), in a window of its own</source>
        <translation>{title} ({keys}), ở cửa sổ riêng</translation>
    </message>
</context>
<context>
    <name>VotePanel</name>
    <message>
        <source>That was the last picture.</source>
        <translation>Đó là ảnh cuối cùng.</translation>
    </message>
    <message>
        <source>Picture {number} of {count}: which digit is it? Press 0 to 9.</source>
        <translation>Ảnh {number} trên {count}: đây là chữ số nào? Nhấn phím 0 đến 9.</translation>
    </message>
    <message>
        <source>Who is right?</source>
        <translation>Ai đúng?</translation>
    </message>
    <message>
        <source>The picture to vote on</source>
        <translation>Ảnh để lớp bỏ phiếu</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Ảnh tiếp</translation>
    </message>
    <message>
        <source>Go on to the next picture (Enter or Space)</source>
        <translation>Sang ảnh tiếp theo (Enter hoặc phím cách)</translation>
    </message>
    <message>
        <source>End the vote</source>
        <translation>Kết thúc bỏ phiếu</translation>
    </message>
    <message>
        <source>Back to the matrix (Esc)</source>
        <translation>Về ma trận (Esc)</translation>
    </message>
    <message>
        <source>The class says: {digit} (key {digit})</source>
        <translation>Lớp nói: {digit} (phím {digit})</translation>
    </message>
</context>
<context>
    <name>WeightPicture</name>
    <message>
        <source>Gradients of the chosen unit’s weights</source>
        <translation>Gradient của các trọng số của đơn vị được chọn</translation>
    </message>
    <message>
        <source>A square for each weight of the unit; click one, or use the arrow keys</source>
        <translation>Mỗi trọng số của đơn vị một ô; bấm vào ô, hoặc dùng phím mũi tên</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>Order of the units</source>
        <translation>Thứ tự của các nơ-ron</translation>
    </message>
    <message>
        <source>Sort anew</source>
        <translation>Sắp xếp lại</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Phần thay đổi</translation>
    </message>
    <message>
        <source>What the units are sorted by, the largest first; without a drawing nothing has a share</source>
        <translation>Các nơ-ron được sắp xếp theo gì, lớn nhất đứng trước; không có hình vẽ thì không nơ-ron nào có phần đóng góp</translation>
    </message>
    <message>
        <source>Sort by the numbers of now: while the network learns, no picture changes its place</source>
        <translation>Sắp xếp theo các số hiện tại: trong khi mạng đang học, không hình nào đổi chỗ</translation>
    </message>
    <message>
        <source>Show how far the weights are from those of the untrained network</source>
        <translation>Cho thấy trọng số đã đổi bao nhiêu so với mạng chưa huấn luyện</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>While the class collects, nothing is shown</source>
        <translation>Khi lớp đang thu thập chữ số, ở đây không hiện gì</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Hãy vẽ một chữ số</translation>
    </message>
</context>
<context>
    <name>_ActCounts</name>
    <message numerus="yes">
        <source>%Ln picture(s) drawn here</source>
        <translation>
            <numerusform>%Ln ảnh vẽ tại đây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) changed</source>
        <translation>
            <numerusform>%Ln câu trả lời thay đổi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Answer</name>
    <message>
        <source>Draw a digit</source>
        <translation>Hãy vẽ một chữ số</translation>
    </message>
    <message>
        <source>the numbers overflow</source>
        <translation>bị tràn số</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) of {size} an epoch</source>
        <translation>
            <numerusform>mỗi epoch %Ln batch, mỗi batch {size} ảnh</numerusform>
        </translation>
    </message>
    <message>
        <source>{batches} (the last of {rest})</source>
        <translation>{batches} (batch cuối {rest} ảnh)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) diverged.</source>
        <translation>
            <numerusform>%Ln lượt phân kỳ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) by hand</source>
        <translation>
            <numerusform>%Ln batch tự chọn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the learning rate</source>
        <translation>
            <numerusform>%Ln lần đổi tốc độ học</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of our digits</source>
        <translation>
            <numerusform>%Ln lần đổi chữ số của lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln beginning(s) of another run</source>
        <translation>
            <numerusform>%Ln đoạn đầu của lượt khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s) to learn from</source>
        <translation>
            <numerusform>%Ln hình vẽ để học</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier one(s)</source>
        <translation>
            <numerusform>%Ln điều trước đó</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>patience of %Ln epoch(s)</source>
        <translation>
            <numerusform>độ kiên nhẫn %Ln epoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{run}, after %Ln update(s): {set} {score}</source>
        <translation>
            <numerusform>{run}, sau %Ln lần cập nhật: {set} {score}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped by itself after epoch {epoch}: for %Ln epoch(s) no better than epoch {best} in validation.</source>
        <translation>
            <numerusform>Tự dừng sau epoch {epoch}: %Ln epoch liền không tốt hơn epoch {best} trên tập kiểm định.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln tham số</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ends after %Ln epoch(s) without a better one in validation.</source>
        <translation>
            <numerusform>Lượt dừng sau %Ln epoch không có epoch nào tốt hơn trên tập kiểm định.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) wait.</source>
        <translation>
            <numerusform>%Ln lượt đang chờ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_CountedStrays</name>
    <message numerus="yes">
        <source>%Ln stray dot(s) left out: {key}</source>
        <translation>
            <numerusform>Không tính %Ln chấm lạc (xóa:&#xa0;{key})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dot(s): {key}</source>
        <translation>
            <numerusform>%Ln chấm: {key}</numerusform>
        </translation>
    </message>
</context>
</TS>

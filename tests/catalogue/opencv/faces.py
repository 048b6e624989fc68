import cv2

net = cv2.dnn.readNetFromONNX("yunet.onnx")
recognizer = cv2.FaceRecognizerSF.create("sface.onnx", "")

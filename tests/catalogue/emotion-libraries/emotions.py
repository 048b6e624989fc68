import cv2
from fer import FER

FER(mtcnn=True).detect_emotions(cv2.imread("face.jpg"))

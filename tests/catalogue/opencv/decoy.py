import cv2

image = cv2.imread("a.png")
gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)

import mediapipe as mp

mp.solutions.face_detection.FaceDetection()

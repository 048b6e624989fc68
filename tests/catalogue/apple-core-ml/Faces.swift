import CoreML
import Vision

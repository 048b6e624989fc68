# paddle a boat
paddle = 1

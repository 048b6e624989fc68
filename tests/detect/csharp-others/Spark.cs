using Sdcb.SparkDesk; // expect: use iflytek-spark import

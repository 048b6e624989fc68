package com.acme

import org.apache.spark.ml.classification.LogisticRegression

object Churn {
  val model = new LogisticRegression()
}

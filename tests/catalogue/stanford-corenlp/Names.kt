package com.acme

import edu.stanford.nlp.pipeline.StanfordCoreNLP

val pipeline = StanfordCoreNLP("tokenize")

package com.acme;

import org.tribuo.Model;
import org.tribuo.classification.Label;

class Churn {
    Model<Label> model;
}

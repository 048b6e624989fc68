package com.acme;

import opennlp.tools.namefind.NameFinderME;

class Names {
    NameFinderME finder;
}

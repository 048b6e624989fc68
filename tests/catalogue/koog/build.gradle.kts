plugins {
    kotlin("jvm") version "2.2.20"
}

dependencies {
    implementation("ai.koog:koog-agents:0.5.2")
}

resource "google_vertex_ai_reasoning_engine" "desk" { # expect: use google-vertex iac ; agent google-vertex name=desk open=yes
  display_name = "desk"
  region       = "europe-west4"
}

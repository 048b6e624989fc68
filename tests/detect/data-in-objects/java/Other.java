package acme;

class Other {
  private final String it;

  Other(String it) {
    this.it = it;
  }

  String getIt() {
    return it;
  }
}

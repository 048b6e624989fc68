package acme;

class Item {
  private final String it;

  Item(String it) {
    this.it = it;
  }

  String getIt() {
    return it;
  }
}

package acme;

class App {
  Llm llm;

  record Row(String first, String other) {}

  void one(User user) {
    Item item = new Item(user.getEmail());
    llm.ask(item.getIt());
  }

  void two(User user) {
    Row row = new Row(user.getEmail(), user.getIban());
    llm.sumUp(row.other());
  }

  void three(User user) {
    llm.explain(new Item(user.getDiagnosis()));
    new Other(user.getSalary()).getIt();
  }
}

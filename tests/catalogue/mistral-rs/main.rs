use mistralrs::TextModelBuilder;

fn model() {
    let _ = TextModelBuilder::new("acme/model");
}

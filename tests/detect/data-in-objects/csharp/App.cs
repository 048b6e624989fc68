namespace Acme;

public class App
{
    private readonly Llm llm = new Llm();

    public void One(User user)
    {
        var item = new Item(user.Email);
        llm.Ask(item.It);
    }

    public void Two(User user)
    {
        var filled = new Filled { It = user.Iban };
        llm.SumUp(filled.It);
    }

    public void Three(User user)
    {
        llm.Explain(new Row(user.Diagnosis, user.Email));
    }
}

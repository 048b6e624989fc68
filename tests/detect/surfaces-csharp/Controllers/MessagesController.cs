using Microsoft.AspNetCore.Mvc;

// Persons write to persons here.
public class MessagesController : Controller
{
    private readonly IMailbox _mailbox;
    public MessagesController(IMailbox mailbox) => _mailbox = mailbox;

    [HttpPost("chat")]
    public IActionResult Send(string text) => Ok(_mailbox.Put(text));  // ok: no model behind it
}

public interface IMailbox { bool Put(string text); }
public class Mailbox : IMailbox { public bool Put(string text) => true; }

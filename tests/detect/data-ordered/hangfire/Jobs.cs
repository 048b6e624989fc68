using Hangfire;

namespace Acme;

public class Jobs
{
    public void Order(User user)
    {
        BackgroundJob.Enqueue<IAsker>(x => x.Ask(user.Email));
        BackgroundJob.Enqueue<IMailer>(x => x.Ask(user.Iban));
    }
}

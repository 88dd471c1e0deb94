namespace HallSuite.Web.Shared.Forms;

/// <summary>
/// What somebody is writing, kept apart from what is saved. A live page hands every reading to <see cref="Follow"/>: an untouched form
/// follows it, a form being edited keeps what was typed and knows that it was overtaken. Saving sends <see cref="Seen"/> along, so that
/// nothing is overwritten that was not looked at.
/// </summary>
/// <typeparam name="T">An immutable value with equality: a field changes by putting another value in its place.</typeparam>
public sealed class FormDraft<T>(T saved) where T : class, IEquatable<T>
{
    /// <summary>What was saved when the person began to write.</summary>
    public T Seen { get; private set; } = saved;

    /// <summary>What the form holds now.</summary>
    public T Wanted { get; set; } = saved;

    /// <summary>What is saved now.</summary>
    public T Latest { get; private set; } = saved;

    /// <summary>The form holds something that is not saved.</summary>
    public bool IsTouched => !Wanted.Equals(Seen);

    /// <summary>Somebody else changed what is being edited here.</summary>
    public bool IsOvertaken => IsTouched && !Latest.Equals(Seen);

    /// <summary>Takes note of what is saved now.</summary>
    public void Follow(T latest)
    {
        Latest = latest;
        if (!IsTouched)
        {
            Seen = Wanted = latest;
        }
        else if (latest.Equals(Wanted))
        {
            Seen = latest; // the other one wanted the same
        }
    }

    /// <summary>Goes on with what was typed, now in the knowledge of what the other one saved.</summary>
    public void KeepMine() => Seen = Latest;

    /// <summary>Gives up what was typed.</summary>
    public void TakeTheirs() => Seen = Wanted = Latest;

    /// <summary>What was sent is saved; whatever was typed since is not.</summary>
    public void Saved(T sent) => Seen = Latest = sent;
}

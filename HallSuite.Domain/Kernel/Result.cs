using System.Diagnostics.CodeAnalysis;

namespace HallSuite.Domain.Kernel;

/// <summary>The answer of an act without a value: done, or the reason why not.</summary>
public readonly struct Result
{
    private Result(Error? error) => Error = error;

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    public static Result Ok => default;

    public static Result<T> Of<T>(T value) => value;

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The answer of an act: its value, or the reason why there is none.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error) => (this.value, Error) = (value, error);

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    /// <summary>The value of an answer that is known to be good; asking a refusal for it is a bug.</summary>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"The act was refused: {Error}");

    /// <summary>Splits the answer: true and the value, or false and the refusal.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T answer, [NotNullWhen(false)] out Error? refusal)
    {
        (answer, refusal) = (value, Error);
        return refusal is null;
    }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

using HallSuite.Domain.Kernel;

namespace HallSuite.Tests.TestKit;

/// <summary>Looks at the answer of an act.</summary>
public static class ResultAssert
{
    public static void ShouldPass(this Result result) => Assert.True(result.IsOk, result.Error?.ToString());

    public static T ShouldPass<T>(this Result<T> result)
    {
        Assert.True(result.IsOk, result.Error?.ToString());
        return result.Value;
    }

    public static Error ShouldBeRefused(this Result result, string code)
    {
        Assert.False(result.IsOk, $"Was allowed; expected {code}.");
        Assert.Equal(code, result.Error.Code);
        return result.Error;
    }

    public static Error ShouldBeRefused<T>(this Result<T> result, string code)
    {
        Assert.False(result.IsOk, $"Was allowed; expected {code}.");
        Assert.Equal(code, result.Error!.Code);
        return result.Error;
    }
}

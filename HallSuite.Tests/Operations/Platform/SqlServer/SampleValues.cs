using System.Reflection;
using System.Runtime.CompilerServices;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>A value of any type that a command, a query or a row can hold: what is known of it, or anything that fits.</summary>
internal static class SampleValues
{
    public static object? Of(Type type, IReadOnlyDictionary<Type, object>? known = null)
    {
        if (known?.GetValueOrDefault(type) is { } given)
        {
            return given;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, known);
        }

        return type switch
        {
            _ when type == typeof(string) => "A",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture),
            _ when type == typeof(bool) => true,
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(DateTimeOffset) => TestHall.Start,
            _ when type == typeof(DateOnly) => SampleHall.Today,
            _ when type == typeof(byte[]) => new byte[] { 1 },
            _ when type == typeof(OpeningHours) => OpeningHours.AlwaysOpen,
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(Actor) => Actor.System("test"),
            _ when type == typeof(SealedText) => new SealedText("sealed"),
            _ when type == typeof(LookupHash) => new LookupHash("hash"),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsArray: true } => ArrayOf(type.GetElementType()!, known),
            { IsInterface: true, IsGenericType: true } => ListOf(type.GetGenericArguments()[0], known),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(List<>) => ListOf(type.GetGenericArguments()[0], known),
            _ => Made(type, known),
        };
    }

    private static Array ArrayOf(Type element, IReadOnlyDictionary<Type, object>? known)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element, known), 0);
        return array;
    }

    private static object ListOf(Type element, IReadOnlyDictionary<Type, object>? known)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        list.Add(Of(element, known));
        return list;
    }

    // A record by its longest constructor; an aggregate, which has no public one, bare.
    private static object? Made(Type type, IReadOnlyDictionary<Type, object>? known) =>
        type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => !IsCopy(c, type)) is { } maker
            ? maker.Invoke([.. maker.GetParameters().Select(p => Of(p.ParameterType, known))])
            : type.IsValueType || type.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(type);

    private static bool IsCopy(ConstructorInfo maker, Type type) => maker.GetParameters() is [var only] && only.ParameterType == type;
}

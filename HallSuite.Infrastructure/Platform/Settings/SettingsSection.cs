using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Settings;

/// <summary>One options class and the section it is read from, so that every section can be checked before anything starts.</summary>
public abstract class SettingsSection(string name, Type type)
{
    /// <summary>Empty where the class reads single keys at the root, which has keys of everyone.</summary>
    public string Name { get; } = name;

    public Type Type { get; } = type;

    /// <summary>The rules that the values break.</summary>
    internal abstract IEnumerable<string> BrokenRules(IServiceProvider services);

    /// <summary>Values that are not of their type, and names that nobody reads: most faults in a configuration are typing errors.</summary>
    internal IEnumerable<string> Unreadable(IConfiguration configuration)
    {
        if (Name.Length == 0)
        {
            yield break;
        }

        var properties = PropertiesOf(Type);
        foreach (var given in configuration.GetSection(Name).GetChildren())
        {
            if (!properties.TryGetValue(given.Key, out var property))
            {
                yield return $"{given.Path} is no setting of HallSuite; {Name} has {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.";
            }
            else if (given.Value is { Length: > 0 } text && Read(property.PropertyType, text) is null)
            {
                yield return $"{given.Path} is \"{text}\"; it must be {Kind(property.PropertyType)}.";
            }
        }
    }

    /// <summary>
    /// Sets what can be read; what cannot is told by <see cref="Unreadable"/>, and must not hide the other faults of its section, as
    /// the framework's binder would let it.
    /// </summary>
    internal static void Bind(IConfigurationSection section, object options)
    {
        var properties = PropertiesOf(options.GetType());
        foreach (var given in section.GetChildren())
        {
            if (!properties.TryGetValue(given.Key, out var property))
            {
                continue;
            }

            if (given.Value is { Length: > 0 } text && Read(property.PropertyType, text) is { } value)
            {
                property.SetValue(options, value);
            }
            else if (IsList(property.PropertyType))
            {
                property.SetValue(options, given.GetChildren().Select(c => c.Value).OfType<string>().ToArray());
            }
        }
    }

    private static bool IsList(Type type) => type != typeof(object) && type.IsAssignableFrom(typeof(string[]));

    private static Dictionary<string, PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is not null).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    private static object? Read(Type type, string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).ConvertFromInvariantString(text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static string Kind(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(plain))}",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(int) || plain == typeof(long) => "a whole number",
            _ when plain == typeof(DateTimeOffset) => "an instant such as 2026-09-28T10:00:00+08:00",
            _ when IsList(plain) => "a list: one setting for each entry, numbered from 0",
            _ when plain == typeof(Uri) => "an address such as https://hall.example.cn",
            _ => $"a {plain.Name}",
        };
    }
}

internal sealed class SettingsSection<T>(string name) : SettingsSection(name, typeof(T)) where T : class
{
    internal override IEnumerable<string> BrokenRules(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return fault.Failures;
        }
    }
}

/// <summary>Checks the validation attributes and names the setting as it stands in the configuration.</summary>
internal sealed class SectionRules<T>(string section) : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = typeof(T).GetProperties().SelectMany(p => p.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(p.GetValue(options))).Select(rule => rule.FormatErrorMessage($"{section}:{p.Name}"))).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

public static class SettingsSetup
{
    /// <summary>Binds an options class of plain values and lists of text to its section; values, attributes and the rules of every <see cref="IValidateOptions{T}"/> are checked before the start.</summary>
    public static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, string section) where T : class
    {
        services.AddSingleton<SettingsSection>(new SettingsSection<T>(section));
        services.AddSingleton<IValidateOptions<T>>(new SectionRules<T>(section));
        return services.AddOptions<T>().Configure<IConfiguration>((options, configuration) => SettingsSection.Bind(configuration.GetSection(section), options)).ValidateOnStart();
    }

    /// <summary>An options class that reads single keys at the root of the configuration; its rules are checked with all others.</summary>
    public static OptionsBuilder<T> AddRootSettings<T>(this IServiceCollection services) where T : class
    {
        services.AddSingleton<SettingsSection>(new SettingsSection<T>(""));
        return services.AddOptions<T>().ValidateOnStart();
    }
}

using System.Text.Json;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Devices;
using HallSuite.Web.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Api;

/// <summary>One call of the outside surface: who calls, for which hall, with which body.</summary>
internal sealed class ApiCall
{
    private readonly HttpContext context;

    private ApiCall(HttpContext context) => this.context = context;

    public static ValueTask<ApiCall?> BindAsync(HttpContext context) => new(new ApiCall(context));

    /// <summary>The device, with the idempotency key of this request if it has one.</summary>
    public Actor Device
    {
        get
        {
            var device = CurrentDevice.Of(context.User) ?? throw new InvalidOperationException("This address is for devices; its policy lets nobody else in.");
            return CurrentDevice.ActorOf(device, Sessions.AddressOf(context)) with { Once = context.Features.Get<OnceKey>() };
        }
    }

    /// <summary>Finds the hall, calls, and turns the answer or the refusal into a response; refusals are problems unless the call says otherwise.</summary>
    public async Task<IResult> InHallAsync<T>(string code, Func<HallId, Task<Result<T>>> ask, Func<T, IResult> answer, Func<Error, IResult>? refused = null)
    {
        var halls = context.RequestServices.GetRequiredService<HallDirectory>();
        if (!(await halls.FindAsync(code, context.RequestAborted)).TryGet(out var hall, out var unknown))
        {
            return Problems.Of(unknown);
        }

        return (await ask(hall.Id)).TryGet(out var value, out var refusal) ? answer(value) : (refused ?? Problems.Of)(refusal);
    }

    /// <summary>The body as JSON: 415 when it is said to be something else, <c>request.not-json</c>, or <c>request.field-invalid</c> with the field.</summary>
    public async Task<Result<T>> BodyAsync<T>() where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return RequestErrors.MediaType;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return ReadAs<T>(json.RootElement);
        }
        catch (JsonException)
        {
            return RequestErrors.NotJson;
        }
    }

    /// <summary>The same for a body that may be left out.</summary>
    public async Task<Result<T>> BodyOrAsync<T>(T absent) where T : class => context.Request.Body.Length == 0 ? absent : await BodyAsync<T>();

    private Result<T> ReadAs<T>(JsonElement json) where T : class
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        if (json.ValueKind == JsonValueKind.Object
            && options.GetTypeInfo(typeof(T)).Properties.FirstOrDefault(p => p.IsRequired && !json.TryGetProperty(p.Name, out _)) is { } missing)
        {
            return RequestErrors.FieldInvalid(missing.Name);
        }

        try
        {
            return json.Deserialize<T>(options) is { } body ? body : RequestErrors.FieldInvalid("$");
        }
        catch (JsonException wrong)
        {
            return RequestErrors.FieldInvalid(wrong.Path is { Length: > 2 } path ? path[2..] : "$");
        }
    }
}

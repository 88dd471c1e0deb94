using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Web.Api;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;

namespace HallSuite.Web.Hosting;

/// <summary>
/// What people see instead of a page: a status without a body and an exception become the page <c>/status/…</c>, which says what to do.
/// The address stays. Programs get problem details instead (<see cref="ApiSetup"/>).
/// </summary>
internal static class PageFaults
{
    public static void AddPageFaults(this IServiceCollection services) => services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedRequests>();

    // Not in a branch: a branch has no routing of its own, and the page of the status would not be found. What programs ask is answered
    // with a body further in, so it never comes to this.
    public static void UsePageFaults(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = HallUrls.Status(StatusCodes.Status500InternalServerError),
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
        });
        app.UseStatusCodePagesWithReExecute(HallUrls.StatusPattern, createScopeForStatusCodePages: true);
        app.Use(ShowStatusAsync);
        app.Use(AnswerNowhereAsync);
    }

    // A form that was refused is not sent on to the page that says so.
    private static Task ShowStatusAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    // Nothing is there, for anyone; without this, whoever is not signed in would be asked to sign in to see that.
    private static Task AnswerNowhereAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || ApiSetup.IsForPrograms(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Whether this request only shows what went wrong with another one; then nothing asks the database again.</summary>
    public static bool IsShowingFault(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseFaults.OutageOf(fault) is not null => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}

/// <summary>Leads someone whose password an administrator gave to the page where it is changed; everything else as usual.</summary>
internal sealed class RefusedRequests : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var mustChange = authorizeResult.AuthorizationFailure?.FailureReasons.OfType<RefusedReason>().Any(r => r.MustChangePassword) == true;
        if (!mustChange || ApiSetup.IsForPrograms(context) || !HttpMethods.IsGet(context.Request.Method))
        {
            return usual.HandleAsync(next, context, policy, authorizeResult);
        }

        context.Response.Redirect(HallUrls.AccountThen(context.Request.Path + context.Request.QueryString));
        return Task.CompletedTask;
    }
}

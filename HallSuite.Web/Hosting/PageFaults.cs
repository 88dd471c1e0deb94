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

    public static void UsePageFaults(this WebApplication app) => app.UseWhen(context => !ApiSetup.IsForPrograms(context), pages =>
    {
        pages.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = HallUrls.Status(StatusCodes.Status500InternalServerError),
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
        });
        pages.UseStatusCodePagesWithReExecute(HallUrls.StatusPattern, createScopeForStatusCodePages: true);
    });

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

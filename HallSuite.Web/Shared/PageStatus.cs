namespace HallSuite.Web.Shared;

/// <summary>The HTTP status of a page that says itself what is wrong.</summary>
internal static class PageStatus
{
    /// <summary>
    /// Answers with this page under another status than 200. It is set as the answer leaves, because the renderer throws a page away that says
    /// 404 any earlier and leaves the answer empty for a general error page.
    /// </summary>
    public static void AnswerPageWith(this HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}

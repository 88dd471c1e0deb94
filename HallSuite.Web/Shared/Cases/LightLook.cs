using HallSuite.Domain.Cases;

namespace HallSuite.Web.Shared.Cases;

/// <summary>The light of a limit → shape and classes; its word is the text of the member (DESIGN-LANGUAGE §1: shape + word + colour).</summary>
public static class LightLook
{
    /// <summary>The class that colours the words of a card; empty without one.</summary>
    public static string WordClass(Light light) => light switch
    {
        Light.None => "",
        Light.Blue => "card-blue",
        Light.Yellow => "card-yellow",
        Light.Red => "card-red",
    };

    /// <summary>The class that colours the shape.</summary>
    public static string ShapeClass(Light light) => light switch
    {
        Light.None => "",
        Light.Blue => "shape-blue",
        Light.Yellow => "shape-yellow",
        Light.Red => "shape-red",
    };

    /// <summary>The outline in a box of 24 × 24: circle, triangle, octagon; empty without a card.</summary>
    public static string PathOf(Light light) => light switch
    {
        Light.None => "",
        Light.Blue => "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z",
        Light.Yellow => "M12 2.5 23 21.5H1z",
        Light.Red => "M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z",
    };
}

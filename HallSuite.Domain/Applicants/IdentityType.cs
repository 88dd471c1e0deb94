namespace HallSuite.Domain.Applicants;

/// <summary>The documents under which a ticket can be taken (DOMAIN §4).</summary>
public enum IdentityType
{
    /// <summary>居民身份证: the 18-character citizen number of GB 11643-1999.</summary>
    Citizen,

    /// <summary>护照: Chinese or foreign passport.</summary>
    Passport,

    /// <summary>港澳居民来往内地通行证: the mainland travel permit of residents of Hong Kong and Macao.</summary>
    HkMacao,

    /// <summary>台湾居民来往大陆通行证: the mainland travel permit of residents of Taiwan.</summary>
    Taiwan,
}

package ma.jisr.flow.render;

import java.util.Map;
import ma.jisr.base.Language;

/** The renderer's words as the tests of this package use them. */
public final class TestWords {
  private TestWords() {}

  public static Map<Language, Words> all() {
    return Map.of(
        Language.FR, latin("retour", "menu", "suite", "Repondez par le numero.", "oui", "non", ""),
        Language.EN,
            new Words(
                "back",
                "home",
                "more",
                "Reply with the number.",
                "Not understood.",
                "yes",
                "no",
                "DH",
                "",
                "m",
                "km",
                "~",
                ".",
                ":"),
        Language.ARY_LATN, latin("rje3", "menu", "zid", "Jaweb b nmra.", "ah", "la", "ryal"),
        Language.SHI_LATN, latin("urri", "menu", "rnu", "Rar s numiru.", "yah", "uhu", "ryal"),
        Language.AR, arabic("رجوع", "القائمة", "المزيد", "أجب بالرقم.", ""),
        Language.ARY_ARAB, arabic("رجع", "القائمة", "زيد", "جاوب بالنمرة.", "ريال"));
  }

  private static Words latin(
      String back, String home, String more, String reply, String yes, String no, String ryal) {
    return new Words(
        back, home, more, reply, "Pas compris.", yes, no, "DH", ryal, "m", "km", "~", ",", "h");
  }

  private static Words arabic(String back, String home, String more, String reply, String ryal) {
    return new Words(
        back,
        home,
        more,
        reply,
        "ما فهمناش.",
        "نعم",
        "لا",
        "درهم",
        ryal,
        "م",
        "كلم",
        "حوالي ",
        ",",
        ":");
  }
}

package io.winnow.clean;

/** The script in which each language of the statistical model is written. */
final class ModelScripts {
  private ModelScripts() {}

  /** ISO 15924, by the model's code. */
  static String of(String code) {
    return switch (code) {
      case "bak",
          "bel",
          "bul",
          "che",
          "kaz",
          "kir",
          "mkd",
          "mon",
          "rus",
          "srp",
          "tat",
          "tgk",
          "ukr" ->
          "Cyrl";
      case "ara", "fas", "pes", "urd", "pus", "pnb" -> "Arab";
      case "hin", "mar", "nep", "san", "gom" -> "Deva";
      case "ell" -> "Grek";
      case "heb" -> "Hebr";
      case "tha" -> "Thai";
      case "cmn", "jpn", "kor" -> "Hani";
      case "hye" -> "Armn";
      case "kat" -> "Geor";
      case "ben" -> "Beng";
      case "tam" -> "Taml";
      case "tel" -> "Telu";
      case "guj" -> "Gujr";
      case "kan" -> "Knda";
      case "mal" -> "Mlym";
      case "pan" -> "Guru";
      case "sin" -> "Sinh";
      case "mya" -> "Mymr";
      default -> "Latn";
    };
  }
}

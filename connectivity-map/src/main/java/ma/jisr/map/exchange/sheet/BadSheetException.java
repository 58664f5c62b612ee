package ma.jisr.map.exchange.sheet;

import java.io.Serial;

/** A file that cannot be read at all. The reason is told in French and Arabic as well. */
public final class BadSheetException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Fault fault;

  public BadSheetException(Fault fault, String detail) {
    super(detail.isEmpty() ? fault.english() : fault.english() + ": " + detail);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** What may be wrong with a whole file. */
  public enum Fault {
    EMPTY("the file is empty", "le fichier est vide", "الملف فارغ"),
    TOO_LARGE(
        "the file is too large: import it in parts",
        "le fichier est trop gros : importez-le en plusieurs parties",
        "الملف كبير جدا: استورده على أجزاء"),
    NOT_READABLE(
        "the file is not what its kind says",
        "le fichier n'est pas du type annoncé",
        "الملف ليس من النوع المعلن"),
    NO_HEADER(
        "the first line names no known column: take the template",
        "la première ligne ne nomme aucune colonne connue : prenez le modèle",
        "السطر الأول لا يسمي أي عمود معروف: خذ النموذج"),
    OTHER_COORDINATES(
        "the coordinates are not WGS 84: export it as EPSG:4326",
        "les coordonnées ne sont pas en WGS 84 : exportez-le en EPSG:4326",
        "الإحداثيات ليست WGS 84: صدّره بنظام EPSG:4326");

    private final String english;
    private final String french;
    private final String arabic;

    Fault(String english, String french, String arabic) {
      this.english = english;
      this.french = french;
      this.arabic = arabic;
    }

    public String english() {
      return english;
    }

    public String french() {
      return french;
    }

    public String arabic() {
      return arabic;
    }
  }
}

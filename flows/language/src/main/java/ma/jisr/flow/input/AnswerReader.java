package ma.jisr.flow.input;

import ma.jisr.flow.value.Value;

/** Reads any answer by the type of its question. */
public final class AnswerReader {
  /** A text answer of the longest SMS that people write by hand: four segments. */
  static final int MAX_TEXT = 640;

  private AnswerReader() {}

  /** Pure; never fails, whatever was typed. */
  public static Reading read(Question question, Typed typed) {
    Reading chosen = ChoiceReader.read(question, typed);
    String text = typed.text();
    return switch (question.type()) {
      case CHOICE -> chosen;
      case YESNO -> chosen instanceof Reading.Wrong ? YesNo.read(typed) : chosen;
      case PLACE -> exact(chosen) ? chosen : place(text);
      case NUMBER -> exact(chosen) ? chosen : bounded(question, Numbers.read(text));
      case CODE -> exact(chosen) ? chosen : Code.read(text, question.bounds());
      case AMOUNT -> exact(chosen) ? chosen : bounded(question, Amounts.read(text));
      case MSISDN -> exact(chosen) ? chosen : Phones.read(text);
      case DATE -> exact(chosen) ? chosen : Dates.date(text, question.now());
      case SLOT -> exact(chosen) ? chosen : Dates.slot(text, question.now());
      case TEXT -> exact(chosen) ? chosen : words(text, question.bounds());
    };
  }

  private static boolean exact(Reading reading) {
    return reading instanceof Reading.Chosen;
  }

  private static Reading place(String text) {
    String name = text.strip();
    return name.isEmpty() || name.length() > 80 ? Reading.WRONG : new Reading.LookUp(name);
  }

  private static Reading words(String text, ma.jisr.flow.model.Step.Bounds bounds) {
    String words = text.strip();
    if (words.isEmpty()) return Reading.WRONG;
    long most = Math.min(bounds.most(), MAX_TEXT);
    if (words.length() > most || words.length() < bounds.least()) return new Reading.Outside();
    return new Reading.Taken(new Value.Text(words));
  }

  private static Reading bounded(Question question, Reading reading) {
    if (!(reading instanceof Reading.Taken(Value value))) return reading;
    long number =
        switch (value) {
          case Value.Whole whole -> whole.number();
          case Value.Amount amount -> amount.centimes();
          default -> question.bounds().least();
        };
    boolean in = number >= question.bounds().least() && number <= question.bounds().most();
    return in ? reading : new Reading.Outside();
  }
}

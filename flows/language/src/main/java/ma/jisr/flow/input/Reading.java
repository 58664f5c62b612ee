package ma.jisr.flow.input;

import java.util.List;
import ma.jisr.flow.value.Value;

/** What a text means as the answer to a question. */
public sealed interface Reading {
  /** Nothing that the question expects. */
  Reading WRONG = new Wrong();

  /** A value. */
  record Taken(Value value) implements Reading {}

  /** A time that is meant roughly: from when on ("tomorrow morning"). */
  record Around(Value from) implements Reading {}

  /** One of the options offered, by its id. */
  record Chosen(String option) implements Reading {}

  /**
   * Several options may be meant, by their ids: best first.
   *
   * @param doubt whether what was typed is none of them exactly ("did you mean")
   */
  record Among(List<String> options, boolean doubt) implements Reading {
    public Among {
      options = List.copyOf(options);
    }
  }

  /** Two values may be meant: a separator that is read differently here and there. */
  record Either(Value first, Value second) implements Reading {}

  /** A name that an operation must look up. */
  record LookUp(String text) implements Reading {}

  /** Of the right kind, but too little or too much. */
  record Outside() implements Reading {}

  /** Nothing that the question expects. */
  record Wrong() implements Reading {}
}

package ma.jisr.service.audience;

import java.util.List;

/**
 * What a table of people has done.
 *
 * @param taken rows that are in now, or were before
 * @param left who are out, since the table replaced what was there
 * @param refusals of rows that could not be taken
 */
public record Filled(int taken, int left, List<Refusal> refusals) {
  public Filled {
    refusals = List.copyOf(refusals);
  }

  /**
   * Why a row was not taken.
   *
   * @param line of the file, the header is 1; of a program's list the place in it, from 1
   * @param what is wrong, in English, naming the column; repeats nothing of the row
   */
  public record Refusal(long line, String what) {}
}

package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff write by SMS, good lines beside bad ones. */
class StaffCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEXT           | NEXT 0
          suivant        | NEXT 0
          Suivant 2      | NEXT 2
          جاي            | NEXT 0
          التالي ٢       | NEXT 2
          jay            | NEXT 0
          absent         | ABSENT 0
          ur illi        | ABSENT 0
          غايب           | ABSENT 0
          PAUSE          | PAUSE 0
          PAUSE 20       | PAUSE 20
          توقف ٢٠        | PAUSE 20
          ouvrir         | OPEN 0
          7ell           | OPEN 0
          FERMER         | CLOSE 0
          إغلاق          | CLOSE 0
          statut         | null 0
          STATUS         | null 0
          شكون كاين      | null 0
          undo           | UNDO 0
          rappeler 2     | RECALL 2
          next please me | none
          20             | none
          pause café     | none
          suivant 2222   | none
          .              | none
          """)
  void reads(String text, String meant) {
    assertEquals(
        meant,
        StaffCommand.read(text)
            .map(command -> command.act() + " " + command.number())
            .orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({"PAUSE, 15, ''", "PAUSE 20, 20, ''", "NEXT 2, 2, 2", "NEXT, 15, ''"})
  void aNumberIsACounterOrMinutes(String text, int minutes, String counter) {
    StaffCommand command = StaffCommand.read(text).orElseThrow();
    assertEquals(counter, command.counter());
    assertEquals(minutes, command.minutes());
  }
}

package ma.jisr.service.wallet.payee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.wallet.payee.PayeeEntry.State;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayeeBookTest {
  private final PayeeWorld world = new PayeeWorld();
  private final PayeeBook book = world.book();

  @ParameterizedTest
  @CsvSource({"1041, sample-1041", "' ١٠٤١ ', sample-1041", "1042, ", "1064, ", "'', "})
  void aPayeeIsFoundByItsCodeInAnyDigits(String code, String id) {
    assertEquals(Optional.ofNullable(id), book.byCode(code).map(PayeeEntry::id));
  }

  /** Rows written before any result was looked at. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          baraka                  | MERCHANT | 1041
          hanout baraka           | MERCHANT | 1041
          l7anout lbaraka         | MERCHANT | 1041
          épicerie Baraka         | MERCHANT | 1041
          Barakka                 | MERCHANT | 1041
          بقالة البركة            | MERCHANT | 1041
          حانوت بركة              | MERCHANT | 1041
          baraka amizmiz          | MERCHANT | 1041
          si brahim               | MERCHANT | 1041
          1041                    | MERCHANT | 1041
          atlas                   | MERCHANT | 1055
          droguerie latlas        | MERCHANT | 1055
          quincalerie atlas       | MERCHANT | 1055
          عقاقير الاطلس           | MERCHANT | 1055
          facture eau             | BILL     | 1108
          lma                     | BILL     | 1108
          فاتورة الماء            | BILL     | 1108
          aman                    | BILL     | 1108
          electricite             | BILL     | 1119
          trisinti                | BILL     | 1119
          فاتورة الكهرباء         | BILL     | 1119
          water bill              | BILL     | 1108
          internet                | BILL     | 1124
          wifi                    | BILL     | 1124
          fournisseur sucre       | SUPPLIER | 1300
          moul sokkar             | SUPPLIER | 1300
          السكر                   | SUPPLIER | 1300
          farine                  | SUPPLIER | 1313
          moul t7in               | SUPPLIER | 1313
          """)
  void aPayeeIsFoundByNameInAnySpelling(String text, Kind kind, String code) {
    PayeeMatches found = book.search(text, kind, "", 3);
    assertFalse(found.payees().isEmpty(), "nobody");
    assertEquals(code, found.payees().getFirst().code(), found::toString);
    assertTrue(found.sure(), "sure");
  }

  @ParameterizedTest
  @CsvSource({
    "zzz, MERCHANT",
    "hanout, MERCHANT",
    "'', MERCHANT",
    "eau, MERCHANT",
    "baraka, BILL",
    "1041, BILL",
    "1042, MERCHANT",
    "tanger, MERCHANT",
    "amizmiz, MERCHANT"
  })
  void whoIsNotMeantIsNotFound(String text, Kind kind) {
    assertEquals(List.of(), book.search(text, kind, "", 3).payees());
  }

  @Test
  void twoOfOneNameAreBothToldTheNearerFirst() {
    PayeeEntry there = book.byCode("1041").orElseThrow();
    PayeeFacts facts = PayeeWorld.merchant("Épicerie Baraka", "safi.safi", "merchant-other");
    PayeeEntry other =
        PayeeWorld.done(
            world
                .desk()
                .create(PayeeWorld.OWNER, new PayeeDraft(Kind.MERCHANT, facts, null), "w")
                .join());
    PayeeMatches both = book.search("baraka", Kind.MERCHANT, "", 3);
    assertEquals(2, both.payees().size());
    assertFalse(both.sure());
    PayeeMatches near = book.search("baraka", Kind.MERCHANT, "safi.safi", 3);
    assertEquals(List.of(other, there), near.payees());
  }

  @Test
  void menusHaveTheirOrderAndOnlyTheirKind() {
    assertEquals("1108 1119 1124", codes(Kind.BILL));
    assertEquals("1203 1216 1227", codes(Kind.AIRTIME));
    assertEquals("1300 1313", codes(Kind.SUPPLIER));
  }

  private String codes(Kind kind) {
    return book.of(kind).stream().map(PayeeEntry::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "212661123456, 1203",
    "212612345678, 1216",
    "212601234567, 1227",
    "212712345678, 1227",
    "212699999999, ",
    "212524000000, "
  })
  void anOperatorIsProposedByThePrefix(String digits, String code) {
    assertEquals(Optional.ofNullable(code), book.likelyOperator(digits).map(PayeeEntry::code));
  }

  @Test
  void whatIsSuspendedIsFoundAndWhatIsRetiredIsNot() {
    PayeeEntry payee = book.byCode("1041").orElseThrow();
    book.put(List.of(new Versioned<>(payee.with(State.SUSPENDED), 1)));
    assertFalse(book.byCode("1041").orElseThrow().payable());
    book.put(List.of(new Versioned<>(payee.with(State.RETIRED), 2)));
    assertEquals(Optional.empty(), book.byCode("1041"));
    assertEquals(List.of(), book.search("baraka", null, "", 3).payees());
    book.put(List.of(new Versioned<>(payee, 1)));
    assertEquals(Optional.empty(), book.byId(payee.id()), "an older word");
  }
}

package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
  @ParameterizedTest
  @CsvSource({
    // one word, as many write it
    "khelles,xls",
    "khlas,xls",
    "5alles,xls",
    "KHALLASS,xls",
    "خلص,xls",
    "خَلّص,xls",
    "fatoura,ftr",
    "factura,fktr",
    "فاتورة,ftr",
    "فاتوره,ftr",
    "lfatura,lftr",
    "bghit,bgt",
    "b8it,bgt",
    "بغيت,bgt",
    "ⴱⵖⵉⵜ,bgt",
    "9rib,krb",
    "qrib,krb",
    "قريب,krb",
    "wach,wc",
    "واش,wc",
    "ouach,wc",
    "youm,ym",
    "يوم,ym",
    "3tini,tn",
    "عطيني,tn",
    "mouchkil,mckl",
    "مشكل,mckl",
    "mochkila,mckl",
    "connexion,knxn",
    "conexion,knxn",
    // nothing firm, or nothing at all
    "aou,''",
    "3,''",
    "'',''",
    "!?,''",
    "14,14",
  })
  void takesTheConsonants(String word, String skeleton) {
    assertEquals(skeleton, Skeleton.of(word));
  }

  @ParameterizedTest
  @CsvSource({"wsel,wqef", "khelles,khdem", "نوبة,نتسنى", "kayn,makaynch", "payer,panne"})
  void tellsWordsApart(String one, String other) {
    assertNotEquals(Skeleton.of(one), Skeleton.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "wifiiii,wifi",
    "BGHIIIT,BGHIT",
    "connexxxion,connexion",
    "اااالويفي,الويفي",
    "allo,allo",
    "lli,lli",
    "1000,1000",
    "a12,a12",
    "'',''",
    "ffff,f",
    "😀😀😀,😀😀😀",
  })
  void emphasisIsCalmed(String word, String calm) {
    assertEquals(calm, Emphasis.calm(word));
  }
}

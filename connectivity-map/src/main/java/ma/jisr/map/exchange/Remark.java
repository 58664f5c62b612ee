package ma.jisr.map.exchange;

/** What can be said of a row. {@code {0}} stands for its column, {@code {1}} for what is there. */
public enum Remark {
  BAD_ROW("ligne illisible ({1})", "سطر غير مقروء ({1})"),
  SCIENTIFIC(
      "{0} : {1} est en notation scientifique, des chiffres sont perdus ; mettez la colonne en"
          + " texte",
      "{0}: القيمة {1} مكتوبة علميا وضاعت أرقام منها؛ اجعل العمود نصا"),
  NOT_A_NUMBER("{0} : « {1} » n'est pas un nombre", "{0}: «{1}» ليس عددا"),
  NOT_ON_EARTH("{0} : {1} n'est pas sur la Terre", "{0}: القيمة {1} خارج الأرض"),
  SWAPPED(
      "latitude et longitude inversées : corrigées dans ce fichier, réimportez-le",
      "خط العرض وخط الطول معكوسان: صُحّحا في هذا الملف، أعد استيراده"),
  OUTSIDE("hors du Maroc", "خارج المغرب"),
  NO_POSITION("ni coordonnées, ni commune avec un repère", "لا إحداثيات ولا جماعة مع معلمة للطريق"),
  PLACE_UNKNOWN("{0} : « {1} » inconnu", "{0}: «{1}» غير معروف"),
  PLACE_DOUBTFUL(
      "{0} : « {1} » peut être plusieurs lieux, précisez la province",
      "{0}: «{1}» قد يعني عدة أماكن، حدد الإقليم"),
  PLACE_NEAREST(
      "{0} : « {1} » inconnu, le lieu le plus proche est pris",
      "{0}: «{1}» غير معروف، أُخذ أقرب مكان"),
  FAR_FROM_PLACE("{1} km de sa commune : à vérifier", "على بعد {1} كلم من جماعته: للتحقق"),
  APPROXIMATE("position approximative : le point de la commune", "الموقع تقريبي: نقطة الجماعة"),
  NAME_MISSING("nom manquant", "الاسم ناقص"),
  NAME_FROM("nom pris de {0}", "الاسم مأخوذ من {0}"),
  UNKNOWN_KEPT("{0} : valeur inconnue « {1} », gardée", "{0}: قيمة غير معروفة «{1}»، حُفظت"),
  ASSUMED("{0} non dit : {1} supposé", "{0} غير مذكور: افتُرض {1}"),
  PHONE_RESTORED("téléphone : 0 initial remis", "الهاتف: أُعيد الصفر الأول"),
  HOURS_UNREAD(
      "{0} : gardés, mais illisibles (écrire Mo-Fr 08:30-12:00)",
      "{0}: حُفظت لكنها غير مقروءة (اكتب Mo-Fr 08:30-12:00)"),
  KEY_DROPPED("{0} : mot de passe non gardé", "{0}: كلمة السر لم تُحفظ"),
  TAGS_CUT("trop d'autres informations : {1} non gardées", "معلومات أخرى كثيرة: {1} لم تُحفظ"),
  DUPLICATE("déjà sur la carte : {1}", "موجود في الخريطة: {1}"),
  DUPLICATE_ROW("même point que la ligne {1}", "نفس نقطة السطر {1}"),
  ALIKE("porte presque le nom de {1}", "اسمه يشبه {1}"),
  KEEPER_WITHOUT_NUMBER(
      "{0} : « {1} » sans téléphone, non gardé", "{0}: «{1}» بدون هاتف، لم يُحفظ"),
  TWICE("même identifiant que la ligne {1}", "نفس معرف السطر {1}"),
  NO_INTERNET("pas d'accès à Internet dit", "لا يذكر أي ولوج إلى الإنترنت"),
  BAD_VALUE("{0} : « {1} » refusé", "{0}: «{1}» مرفوض"),
  TOO_LONG("{0} : plus de {1} caractères", "{0}: أكثر من {1} حرفا"),
  CODE_TAKEN("code {1} déjà pris", "الرمز {1} مستعمل"),
  TERRITORY("hors de votre territoire", "خارج منطقتك"),
  NEWER_WORD("état gardé : confirmé depuis", "الحالة محفوظة: أُكدت بعد ذلك");

  private final String french;
  private final String arabic;

  Remark(String french, String arabic) {
    this.french = french;
    this.arabic = arabic;
  }

  String french() {
    return french;
  }

  String arabic() {
    return arabic;
  }
}

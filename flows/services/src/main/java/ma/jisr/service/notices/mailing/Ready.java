package ma.jisr.service.notices.mailing;

import java.time.Instant;
import ma.jisr.base.Language;
import ma.jisr.flow.port.carry.Parcel;
import ma.jisr.service.audience.Subscriber;

/**
 * A recipient to whom a text can go now.
 *
 * @param index in the chunk
 * @param reader as they are now
 * @param language of the text for them
 * @param link by which it goes
 */
record Ready(int index, Subscriber reader, Language language, String link) {
  /**
   * @param latest when it is given back
   * @param taken segments that an SMSC has already
   */
  Parcel parcel(Course course, int number, Instant latest, int taken) {
    Mailing mailing = course.mailing();
    return new Parcel(
        Chunk.parcel(mailing.id(), number, index),
        reader.person(),
        reader.number(),
        link,
        reader.code(),
        mailing.texts().getOrDefault(language, ""),
        mailing.grade().urgency(),
        mailing.feature(),
        latest,
        mailing.until(),
        taken);
  }
}

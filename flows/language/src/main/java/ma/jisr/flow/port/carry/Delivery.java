package ma.jisr.flow.port.carry;

/**
 * What one receipt says of one segment of a parcel.
 *
 * @param row by which it is read: opaque
 * @param parcel the parcel's id
 * @param segment from 1
 * @param segments of the whole parcel
 * @param fate of the segment
 */
public record Delivery(String row, String parcel, int segment, int segments, Fate fate) {}

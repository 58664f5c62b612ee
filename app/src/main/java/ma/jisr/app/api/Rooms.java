package ma.jisr.app.api;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.Reports;

/**
 * What of the map the API serves.
 *
 * @param places the gazetteer in use
 * @param hotspots that are kept
 * @param files what goes in and out of them
 * @param reports what people tell of hotspots
 * @param proposals which ones they name
 * @param demand what they asked for in vain
 * @param worker runs what blocks
 */
public record Rooms(
    Supplier<Gazetteer> places,
    Hotspots hotspots,
    List<FileDesk> files,
    Reports reports,
    Proposals proposals,
    DemandBook demand,
    Executor worker) {}

package ma.jisr.service;

import ma.jisr.base.Agents;
import ma.jisr.map.report.Confirming;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.Reports;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.trail.Trail;

/**
 * What the hotspot service is handed to listen to the field.
 *
 * @param reports weighs what people say of hotspots
 * @param proposals keeps the new ones that they name
 * @param desk sets the states of hotspots, on somebody's behalf
 * @param proofs shows who has the phone that an SMS seems to come from
 * @param agents who is registered
 * @param trail where stands what they change
 */
public record FieldPorts(
    Reports reports,
    Proposals proposals,
    Confirming desk,
    Proofs proofs,
    Agents agents,
    Trail trail) {}

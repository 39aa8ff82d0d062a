import type { Rules } from './grammar.js';

/**
 * Words in which suppliers say why something is late. Of these alone a sentence may be made that is taken for a reason.
 * Nothing here hopes, denies, asks, counts or makes a condition; papers and payments are left out, since a delivery hangs
 * on them.
 */
const CAUSES = `
  a an the our my their its in at of on from with and by to is are was were has have had been being be there we it they us
  some more most very quite too this that these us i me you your all as well who which
  unfortunately sadly recently sorry apologies currently yesterday lately again already
  high higher heavy strong bad poor big large small unexpected unforeseen unforeseeable recent ongoing sudden severe technical
  local global long longer late busy new old internal logistical seasonal mechanical electrical public national
  major minor serious general unplanned adverse tight limited extra additional usual
  delay delays port ports harbour harbor customs congestion congested weather storm storms snow snowfall ice rain flood floods
  flooding typhoon hurricane fog earthquake strike strikes striking labor labour worker workers staff staffing manpower crew shortage shortages lack
  capacity power electricity cut cuts outage outages blackout breakdown breakdowns broke down broken machine machines machinery
  equipment failure failed fault faults faulty problem problems issue issues trouble troubles difficulty difficulties quality
  inspection control factory factories plant mill workshop warehouse production manufacturing assembly line printing packing packaging
  raw material materials component components chip chips ic resin steel aluminium aluminum fabric cotton leather wood oak timber paper
  glass paint coating plating lacquer glue ink film foil moulding molding mould mold tooling tool tools supplier suppliers supplier's
  vendor vendors subcontractor sub manufacturer manufacturers maker producer carrier carriers forwarder haulier freight
  shipping trucking truck trucks trucker driver drivers vessel vessels container containers rail road traffic accident fire
  holiday holidays festival thanksgiving christmas diwali pongal golden week season peak rush volume volumes demand orders backlog backlogs
  illness sickness sick ill flu covid maintenance repair repairs upgrade migration system systems software computer server error errors mistake mix
  up rework curing drying cure dry closure closures closed shut shutdown held late caused causing cause
  affected affecting experienced experiencing experience suffered suffering had having ran run running took taking taken
  magnet magnets battery batteries led sensor sensors cable connector connectors screws hinge hinges space coming import export clearance supply supplies breaking paperwork border bottleneck bottlenecks kiln oven boiler roof government regulations environment
  environmental plus other several last
  heat treatment furnace furnaces oil press presses lathe laser robot line lines housing housings casting castings bearing bearings
  forging foundry spring springs cores pump pumps valve valves spare motor motors bar tube tubes sheet sheets plate plates coil thread
  yarn dye dyeing powder galvanizing anodizing hardening grinding turning machining milling welding bending stamping
  came arrived missed stopped burst froze frozen cracked damaged went blocked flight sailing trailer ferry under
  previous our own sub-supplier week month days day running again since one two three working repaired for`;
const words = [...new Set(CAUSES.trim().split(/\s+/))].join(' | ');

export const CAUSE_RULES: Rules = {
  CAUSE_WORD: `[${words}]`,
  CAUSE_SENTENCE: `([unfortunately | sorry | apologies]) [we | our | the | there | it | a | an | this is | this was | that is | that was | reason | the reason | due | because | as] (due to | because of) CAUSE_WORD+ (V)`,
};

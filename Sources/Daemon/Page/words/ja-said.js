// What the daemon says in English sentences, in Japanese.

const number = (value) => String(Number(value.toPrecision(3)));
const percent = (share) => (share < 0.01 ? "1 % 未満" : share > 0.99 ? "99 % 超"
  : `${Math.round(share * 100)} %`);
const at = ({ vein, second, injection }) => `注入 ${injection} の ${vein} ${second} 秒`;

const phrases = {
  "not planned any more": "計画から除外",
  "not planned then": "当時は計画外",
  "not drawn before the close": "終了までに採血なし",
  "no result in time": "時間内に結果なし",
  "not in any plan": "計画にない番号",
  "cleared by branches without step-up": "上昇のない分枝により否定",
  "its artery feeds both organs, and the veins do not tell them apart":
    "動脈が両臓器を支配し、静脈では区別できない",
  "all veins rise alike, as through the portal vein": "門脈経由のように全静脈が同様に上昇",
  "only some veins rise so much, as from a part of the liver":
    "肝の一部からのように一部の静脈だけが強く上昇",
  "its artery feeds nothing that the vein drains": "動脈の支配域に静脈の還流域がない",
};

const hints = {
  "swapped-veins": ([here, there], e) => `${at(here)} は ${number(e.first)}(前後からの予測 `
    + `${number(e["first-expected"])})、${at(there)} は ${number(e.second)}(予測 `
    + `${number(e["second-expected"])})。検体が入れ替わった可能性があります。`,
  "swapped-times": ([here, there], e) => `${at(here)} は ${number(e.first)}、${at(there)} は `
    + `${number(e.second)}。逆のほうが滑らかで、検体が入れ替わった可能性があります。`,
  "other-injection": ([here, there], e) => `${at(here)} は ${number(e.value)}(前後からの予測 `
    + `${number(e.expected)})。${at(there)} なら合います。`,
  "carry-over": ([here, there], e) => `${at(here)} は ${number(e.value)}(前後からの予測 `
    + `${number(e.expected)})で、${at(there)}(${number(e.before)})の直後に測定されました。`
    + "キャリーオーバーの可能性があります。",
  haemolysis: ([here]) => `${at(here)} は溶血と装置が報告。インスリンが失われた可能性があります。`,
  prozone: ([here], e) => `${at(here)} は ${number(e.value)}。この測定は ${number(e.from)} 以上で`
    + "低く出ることがあります。希釈してください。",
  "raised-baseline": ([here], e) => `注入 ${here.injection} 前の ${here.vein} の基準値は `
    + `${number(e.baseline)}(以前の最低 ${number(e.lowest)})。前の注入の影響が残っている可能性が`
    + "あります。",
  "drifting-baseline": ([here], e) => `${here.vein} の基準値が注入ごとに上昇: `
    + `${Object.values(e).map(number).join("、")}。`,
  "too-soon": ([here], e) => `注入 ${here.injection} は前の注入の ${number(e.passed)} 秒後です`
    + `(計画は ${number(e.wait)} 秒)。基準値が戻っていない可能性があります。`,
  recirculation: ([here], e) => `注入 ${here.injection} の後、全静脈が遅れて同様に上昇(×`
    + `${number(e["lowest-ratio"])}〜×${number(e["highest-ratio"])}、${number(e["first-peak"])} 秒`
    + "から)。刺激薬の再循環、または門脈を経た膵由来でも起こります。",
  "all-territories": (places, e) => `${number(e.sites)} 部位すべてで上昇。びまん性病変、または`
    + "刺激薬の再循環。",
  "discordant-veins": (places, e) => `膵のみへの注入 ${places[0].injection} の後、`
    + `${places[0].vein} は ×${number(e.ratio)}、${places.at(-1).vein} は `
    + `×${number(e["other-ratio"])}。一致するはずです。`,
  "off-plan": ([here], e) => `${at(here)} は ${number(e.actual)} 秒に採血。判定はこの時刻によります。`,
};

const notices = {
  "line-lost": ({ line }) => `回線 ${line} が切断されました。ケーブルと装置を確認してください。自動で`
    + "再接続します。",
  held: ({ specimen }) => `検体 ${specimen} は保留中です。この患者のものなら割り当ててください。`,
  "held-before": ({ specimen }) => `検体 ${specimen} の結果は先に届き保留中です。この検体のものなら`
    + "割り当ててください。",
  "id-twice": ({ specimen }) => `番号 ${specimen} は二つの検体に予定されています。二つ目は番号なし`
    + "です。別の番号をスキャンしてください。",
  "no-value": ({ specimen }) => `検体 ${specimen} に値がありません。再測定してください。`,
  "result-cancelled": ({ specimen }) => `検体 ${specimen} の結果が装置で取り消されました。再測定して`
    + "ください。",
  "result-of-void": ({ specimen }) => `検体 ${specimen} は無効です。結果は表示のみです。`,
  "unmapped-test": ({ specimen }) => `検体 ${specimen} の項目は未知で、判定されません。「検体」で測定`
    + "項目を指定してください。",
  "less-exact": ({ specimen }) => `検体 ${specimen}: 新しい結果は情報が少ないため、前の結果が残ります。`,
  "bound-for-number": ({ specimen }) => `検体 ${specimen}: 値と矛盾する限界値に置き換わりました。検体を`
    + "確認してください。",
  "order-unknown": ({ specimen }) => `検体 ${specimen} には測定順の不明な結果があります。判定はどの`
    + "結果にも当てはまります。",
  "counts-again": ({ specimen }) => `検体 ${specimen}: 以前の結果が再び有効です。`,
};

/** The sentences by their kind. */
export default {
  phrase: (text) => phrases[text],
  reading: ({ kind, names, strongest, final, sites }) => [{
    hepatic: `肝臓で上昇: ${names}`, pancreatic: `膵臓で上昇: ${names}`,
    both: `肝臓と膵臓で上昇: ${names}`, diffuse: "全部位で上昇: びまん性病変、または刺激薬の再循環",
    "no-step-up-detected": "上昇は検出されませんでした",
    unclear: sites.length ? `${sites.join("、")} の後に上昇。単一の臓器や領域は示しません`
      : "上昇は証明も否定もできません",
    incomplete: "現時点で上昇なし。予定の部位がまだすべての静脈で判定されていません",
  }[kind], strongest && ["hepatic", "pancreatic", "both"].includes(kind)
    && `最も強いのは ${strongest} の後`,
  !final && kind !== "incomplete" && "暫定、結果待ち",
  ].filter(Boolean).join("。").concat("。"),
  region: ({ state, strongest, evidence }) => {
    const after = (says) => [...new Set(evidence.filter((one) => one.says === says)
      .map((one) => one.site))].join("、");
    if (state === "producing" && strongest) {
      return `${strongest.site} の後、${strongest.vein} ${number(strongest.second)} 秒で `
        + `×${number(strongest.ratio)}。`;
    }
    if (state === "not-producing") return `${after("against")} の後に上昇なし。`;
    if (state === "undecided") {
      return `${[after("open"), after("perhaps")].filter(Boolean).join("、")} の後は未決定。`;
    }
    return "まだどの注入と静脈からも情報がありません。";
  },
  hint: ({ kind, places, evidence }) => hints[kind]?.(places, evidence),
  notice: (news) => (news.specimen || news.line ? notices[news.code]?.(news) : undefined),
  certainty: ({ probability, near, settles }) => probability && [
    probability.low === probability.high
      ? `真の上昇が規則を満たす確率は ${percent(probability.low)}`
      : `真の上昇が規則を満たす確率は ${percent(probability.low)}〜${percent(probability.high)}`,
    near && "閾値付近",
    settles && `各検体をあと ${settles} 回測定して一致すれば決着`,
  ].filter(Boolean).join("、"),
};

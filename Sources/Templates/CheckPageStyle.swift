/// The look of the page of a check: on a screen, on a telephone, and on paper, in colour or grey.
package enum CheckPageStyle {
    package static let text = """

        :root { --ink: #1a1a1a; --soft: #595959; --line: #b5b5b5; --pale: #f3f3f1; --error: #a3161a; --errorpale: #fde9e7;
          --warning: #7a4b00; --warningpale: #fff3d1; --accent: #17518a; }
        * { box-sizing: border-box; }
        body { margin: 0; padding: 16px 20px 40px; color: var(--ink); background: #fff;
          font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
        h1 { font-size: 24px; line-height: 1.25; margin: 0 0 2px; }
        h2 { font-size: 17px; margin: 26px 0 8px; }
        p { margin: 4px 0; max-width: 75ch; }
        .soft { color: var(--soft); }
        .counts { display: flex; flex-wrap: wrap; gap: 10px; margin: 16px 0 0; padding: 0; list-style: none; }
        .counts li { border: 1px solid var(--line); border-radius: 6px; padding: 8px 14px; min-width: 130px; }
        .counts b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .counts .refused { border: 2px solid var(--error); }
        .counts .warning { border: 2px dashed var(--warning); }
        .beside { display: flex; flex-wrap: wrap; gap: 0 40px; align-items: start; }
        /* A name that is written from the right stays among its own letters. */
        b, ins, td, th, .value, figcaption { unicode-bidi: isolate; }
        table { border-collapse: collapse; }
        th, td { border: 1px solid var(--line); padding: 4px 7px; text-align: left; vertical-align: top; }
        th { background: var(--pale); font-weight: 600; }
        .facts th { white-space: nowrap; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 12.5px;
          color: var(--soft); }
        .filters { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin: 8px 0; padding: 10px 12px;
          background: var(--pale); border: 1px solid var(--line); border-radius: 6px; position: sticky; top: 0; z-index: 2; }
        .filters label { display: flex; flex-direction: column; font-size: 13px; color: var(--soft); }
        .filters input, .filters select, .filters button { font: inherit; color: var(--ink); padding: 5px 8px;
          border: 1px solid #767676; border-radius: 4px; background: #fff; max-width: 100%; }
        .filters select { max-width: 300px; }
        .filters output { margin-left: auto; font-variant-numeric: tabular-nums; }
        .scripted:not(.ready) .list { display: none; }
        .more { display: block; margin: 10px auto; padding: 8px 20px; font: inherit; }
        .more[hidden], .filters[hidden], .filters [hidden] { display: none; }
        .list { width: 100%; font-size: 13.5px; line-height: 1.35; }
        .list th.sorts { cursor: pointer; }
        .list th.sorts:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
        .list th[aria-sort=ascending]::after { content: " ▲"; }
        .list th[aria-sort=descending]::after { content: " ▼"; }
        .list td { max-width: 24em; }
        .list td.long { overflow-wrap: anywhere; min-width: 10em; }
        .list td.problems { max-width: none; }
        .list .value { display: none; }
        .list td.problems { min-width: 17em; }
        .list .status { white-space: nowrap; font-weight: 600; }
        .e { background: var(--errorpale); outline: 2px solid var(--error); outline-offset: -2px; font-weight: 700;
          white-space: pre-wrap; }
        .w { background: var(--warningpale); outline: 2px dashed var(--warning); outline-offset: -2px;
          white-space: pre-wrap; }
        .e::before { content: "✗\u{A0}"; color: var(--error); }
        .w::before { content: "!\u{A0}"; color: var(--warning); font-weight: 700; }
        .carried::before { content: "↑\u{A0}"; color: var(--soft); }
        .empty { color: var(--error); font-weight: 400; font-style: italic; }
        .problems ul { margin: 0; padding: 0; list-style: none; }
        .problems li + li { margin-top: 3px; }
        .problems li::before { font-weight: 700; }
        .problems .error::before { content: "✗ "; color: var(--error); }
        .problems .warning::before { content: "! "; color: var(--warning); }
        .problems .note::before { content: "· "; }
        .problems ins { text-decoration: none; font-weight: 700; white-space: pre-wrap; }
        .whole { color: var(--soft); }
        noscript, .capped { display: block; margin: 10px 0; padding: 8px 12px; border: 2px solid var(--warning); }
        @media screen { .beside section + section { max-height: 22em; overflow-y: auto; padding-right: 12px; }
          .rules thead th { position: sticky; top: 0; } .beside h2 { margin-top: 18px; } }
        @media screen and (max-width: 760px) {
          body { padding: 12px 10px 30px; }
          .counts li { min-width: calc(50% - 5px); padding: 6px 10px; }
          .filters { position: static; }
          .filters label { flex: 1 1 45%; }
          .filters select { max-width: none; width: 100%; }
          .facts, .facts tbody, .facts tr, .facts th, .facts td { display: block; border: 0; padding: 1px 0; }
          .facts th { background: none; color: var(--soft); font-weight: 400; font-size: 13px; padding-top: 6px; }
          .list, .list tbody { display: block; }
          .list thead { display: none; }
          .list tr { display: block; border: 1px solid var(--line); border-radius: 6px; margin: 0 0 10px; padding: 6px 8px; }
          .list td { display: none; border: 0; padding: 2px 4px; min-width: 0; }
          .list td.number, .list td.status, .list td.name, .list td.whole, .list td.problems {
            display: block; text-align: left; max-width: none; overflow-wrap: anywhere; }
          .list td.number, .list td.status { display: inline-block; }
          .list td.number::before { content: "Dòng "; font-weight: 400; color: var(--soft); }
          .list td.number { font-weight: 700; }
          .list td.name { font-size: 16px; font-weight: 600; }
          .list .value { display: inline; overflow-wrap: anywhere; }
        }
        @media print {
          @page { size: A4 landscape; margin: 10mm 10mm 12mm; }
          body { padding: 0; font-size: 9.5pt; }
          h1 { font-size: 15pt; } h2 { font-size: 11.5pt; margin: 12pt 0 4pt; break-after: avoid; }
          .filters, .screen { display: none; }
          .counts { margin-top: 8pt; gap: 6pt; } .counts li { padding: 3pt 8pt; min-width: 90pt; }
          .counts b { font-size: 15pt; }
          .list { font-size: 7.8pt; line-height: 1.25; }
          .list thead { display: table-header-group; }
          .list tr, .rules tr, .facts tr { break-inside: avoid; }
          th, td { padding: 1.5pt 3pt; border-color: #888; }
          .list td.problems { min-width: 150pt; } .list td.long { min-width: 70pt; }
          .e, .w { background: none; } .e { outline: 1.5pt solid #000; } .w { outline: 1pt dashed #000; }
        }

        """
}

/// What sorts and filters the page of a check; without it every row is there, in the roster's order.
enum CheckPageScript {
    static let text = #"""

        "use strict";
        (() => {
          const lists = [...document.querySelectorAll("table.list")];
          const rows = lists.flatMap((list) => [...list.tBodies[0].rows]);
          const filters = document.querySelector(".filters");
          if (!filters) return;
          const { text, severity, rule, hamlet } = filters.elements;
          const shown = filters.querySelector("output");
          const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "accent" });
          const number = new Intl.NumberFormat("vi");

          // Accents and case do not matter: "phu le" finds "Phú Lễ".
          const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
          const texts = new Map();
          const textOf = (row) => {
            let own = texts.get(row);
            if (own === undefined) texts.set(row, (own = folded(row.textContent)));
            return own;
          };

          const hamlets = new Map();
          for (const row of rows) {
            const name = row.dataset.hamlet;
            if (name) hamlets.set(name, (hamlets.get(name) || 0) + 1);
          }
          for (const name of [...hamlets.keys()].sort(collator.compare)) {
            hamlet.add(new Option(`${name} (${number.format(hamlets.get(name))})`, name));
          }
          hamlet.parentElement.hidden = hamlets.size === 0;

          const filter = () => {
            const words = folded(text.value).split(" ").filter(Boolean);
            let count = 0;
            for (const row of rows) {
              const data = row.dataset;
              const fits = (!severity.value || data.status === severity.value)
                && (!rule.value || data.rules.split(" ").includes(rule.value))
                && (!hamlet.value || data.hamlet === hamlet.value)
                && words.every((word) => textOf(row).includes(word));
              if (row.hidden === fits) row.hidden = !fits;
              if (fits) count += 1;
            }
            shown.value = `Đang hiện ${number.format(count)} trong ${number.format(rows.length)} dòng`;
          };

          // Dates sort by year, month and day; whatever is empty comes last.
          const key = (row, column) => {
            const cells = row.cells;
            const cell = cells.length === 3 && column > 1 ? null : cells[column];
            const value = !cell || cell.querySelector(".empty") ? "" : cell.textContent.trim();
            // People are called, and lists sorted, by the last word of the name.
            if (cell && cell.classList.contains("name")) return value.replace(/^(.*) (\S+)$/, "$2 $1");
            const date = /^(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})$/.exec(value);
            return date ? `${date[3]}-${date[2].padStart(2, "0")}-${date[1].padStart(2, "0")}` : value;
          };
          const sort = (head) => {
            const list = head.closest("table");
            const column = head.cellIndex;
            const isDown = head.getAttribute("aria-sort") === "ascending";
            for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
            head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
            const body = list.tBodies[0];
            const keyed = [...body.rows].map((row) => ({ row, key: key(row, column), place: Number(row.dataset.row) }));
            keyed.sort((one, other) => {
              if (!one.key !== !other.key) return one.key ? -1 : 1;
              const order = collator.compare(one.key, other.key);
              return (isDown ? -order : order) || one.place - other.place;
            });
            body.append(...keyed.map((each) => each.row));
          };

          for (const list of lists) {
            // No buttons: browsers leave them out of a head that is repeated on paper.
            for (const head of list.tHead.rows[0].cells) {
              head.classList.add("sorts");
              head.tabIndex = 0;
              head.title = "Bấm để sắp xếp";
              head.addEventListener("click", () => sort(head));
              head.addEventListener("keydown", (event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                sort(head);
              });
            }
          }
          let waiting = 0;
          text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
          for (const choice of [severity, rule, hamlet]) choice.addEventListener("change", filter);
          filters.addEventListener("reset", () => setTimeout(filter));
          filters.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
          filters.hidden = false;
          filter();
        })();

        """#
}

/// What sorts and filters the page of a check; without it every row is there, in the roster's order.
///
/// On a screen a list holds a few hundred rows at a time, and more as one scrolls: browsers lay out no more than that at
/// once. Before it is printed it holds them all.
package enum CheckPageScript {
    package static let text = #"""

        "use strict";
        document.documentElement.classList.add("scripted");
        document.addEventListener("DOMContentLoaded", () => {
          const slice = 300;
          const filters = document.querySelector(".filters");
          const lists = [...document.querySelectorAll("table.list")].map((table) => {
            const rows = [...table.tBodies[0].rows];
            const more = document.createElement("button");
            more.className = "more screen";
            table.after(more);
            return { table, body: table.tBodies[0], rows, fitting: rows, shown: 0, more };
          });
          const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "accent" });
          const format = new Intl.NumberFormat("vi");
          const number = (value) => format.format(value);

          // What is on the screen.
          const extend = (list, count) => {
            list.body.append(...list.fitting.slice(list.shown, list.shown + count));
            list.shown = Math.min(list.shown + count, list.fitting.length);
            list.more.hidden = list.shown === list.fitting.length;
            list.more.textContent = `Hiện thêm (còn ${number(list.fitting.length - list.shown)} dòng)`;
          };
          const show = (list) => {
            list.body.replaceChildren();
            list.shown = 0;
            extend(list, slice);
          };
          const watch = new IntersectionObserver((entries) => {
            for (const entry of entries) {
              const list = lists.find((list) => list.more === entry.target);
              if (entry.isIntersecting && !list.more.hidden) extend(list, slice);
            }
          }, { rootMargin: "1000px" });
          window.addEventListener("beforeprint", () => { for (const list of lists) extend(list, Infinity); });

          // Accents and case do not matter: "phu le" finds "Phú Lễ".
          const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
          const texts = new Map();
          const textOf = (row) => {
            let own = texts.get(row);
            if (own === undefined) texts.set(row, (own = folded(row.textContent)));
            return own;
          };
          const filter = () => {
            const { text, severity, rule, hamlet } = filters.elements;
            const words = folded(text.value).split(" ").filter(Boolean);
            const fits = (row) => (!severity.value || row.dataset.status === severity.value)
              && (!rule.value || row.dataset.rules.split(" ").includes(rule.value))
              && (!hamlet.value || row.dataset.hamlet === hamlet.value)
              && words.every((word) => textOf(row).includes(word));
            let [count, all] = [0, 0];
            for (const list of lists) {
              list.fitting = list.rows.filter(fits);
              show(list);
              count += list.fitting.length;
              all += list.rows.length;
            }
            filters.querySelector("output").value = count === all ? `${number(all)} dòng`
              : `Tìm được ${number(count)} trong ${number(all)} dòng`;
          };

          // Dates sort by year, month and day, people by the last word of the name; what is empty comes last.
          const key = (row, column) => {
            const cell = row.cells.length === 4 && column > 1 ? null : row.cells[column];
            const value = !cell || cell.querySelector(".empty") ? "" : cell.textContent.trim();
            if (cell && cell.classList.contains("name")) return value.replace(/^(.*) (\S+)$/, "$2 $1");
            const date = /^(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})$/.exec(value);
            return date ? `${date[3]}-${date[2].padStart(2, "0")}-${date[1].padStart(2, "0")}` : value;
          };
          const sort = (list, head) => {
            const isDown = head.getAttribute("aria-sort") === "ascending";
            for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
            head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
            const keyed = list.rows.map((row) => ({ row, key: key(row, head.cellIndex), place: Number(row.dataset.row) }));
            keyed.sort((one, other) => {
              if (!one.key !== !other.key) return one.key ? -1 : 1;
              const order = collator.compare(one.key, other.key);
              return (isDown ? -order : order) || one.place - other.place;
            });
            list.rows = keyed.map((each) => each.row);
            filter();
          };

          const hamlets = new Map();
          for (const list of lists) {
            list.more.addEventListener("click", () => extend(list, slice));
            watch.observe(list.more);
            for (const row of list.rows) {
              const name = row.dataset.hamlet;
              if (name) hamlets.set(name, (hamlets.get(name) || 0) + 1);
            }
            // No buttons: browsers leave them out of a head that is repeated on paper.
            for (const head of list.table.tHead.rows[0].cells) {
              head.classList.add("sorts");
              head.tabIndex = 0;
              head.title = "Bấm để sắp xếp";
              head.addEventListener("click", () => sort(list, head));
              head.addEventListener("keydown", (event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                sort(list, head);
              });
            }
          }
          if (filters) {
            const { text, severity, rule, hamlet } = filters.elements;
            for (const name of [...hamlets.keys()].sort(collator.compare)) {
              hamlet.add(new Option(`${name} (${number(hamlets.get(name))})`, name));
            }
            hamlet.parentElement.hidden = hamlets.size === 0;
            let waiting = 0;
            text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
            for (const choice of [severity, rule, hamlet]) choice.addEventListener("change", filter);
            filters.addEventListener("reset", () => setTimeout(filter));
            filters.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
            filters.hidden = false;
            filter();
          }
          document.documentElement.classList.add("ready");
        });

        """#
}

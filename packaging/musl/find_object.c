// GCC's unwinder asks glibc, which musl is not, where the unwind tables of an address are: `_dl_find_object`.
#define _GNU_SOURCE
#include <link.h>
#include <stddef.h>

// As in glibc's <dlfcn.h>.
struct dl_find_object {
  unsigned long long flags;
  void *map_start, *map_end, *link_map, *eh_frame;
  unsigned long long reserved[7];
};

struct search {
  ElfW(Addr) address;
  struct dl_find_object *found;
};

static int look(struct dl_phdr_info *info, size_t size, void *data) {
  struct search *search = data;
  const ElfW(Phdr) *tables = NULL;
  int is_here = 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    if (part->p_type == PT_LOAD && search->address - info->dlpi_addr - part->p_vaddr < part->p_memsz) is_here = 1;
    if (part->p_type == PT_GNU_EH_FRAME) tables = part;
  }
  if (!is_here || tables == NULL) return 0;
  search->found->eh_frame = (void *)(info->dlpi_addr + tables->p_vaddr);
  return 1;
}

int _dl_find_object(void *address, struct dl_find_object *found) {
  struct search search = {(ElfW(Addr))address, found};
  return dl_iterate_phdr(look, &search) ? 0 : -1;
}

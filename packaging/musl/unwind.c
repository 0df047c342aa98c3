// What GCC's unwinder takes from glibc. Panics unwind by it.
#define _GNU_SOURCE
#include <link.h>
#include <pthread.h>
#include <stddef.h>

// It refers to these weakly. A static program has a function only if it is named strongly: the unwinder would find some
// of them, take it that all are there, and jump to address 0.
__attribute__((used)) static void *const strongly[] = {
    pthread_once,       pthread_key_create, pthread_getspecific, pthread_setspecific,
    pthread_mutex_lock, pthread_mutex_unlock,
};

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

// Where the unwind tables of an address are.
int _dl_find_object(void *address, struct dl_find_object *found) {
  struct search search = {(ElfW(Addr))address, found};
  return dl_iterate_phdr(look, &search) ? 0 : -1;
}
